# What module gc says and remembers.
import gc


class Node:
    def __init__(self):
        self.me = self


def show(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.get_debug(), gc.set_debug(gc.DEBUG_SAVEALL), gc.get_debug(), gc.set_debug(0), gc.get_debug())
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
print(len(gc.get_threshold()), gc.set_threshold(500, 5, 6), gc.get_threshold()[0:2], gc.set_threshold(700), gc.get_threshold()[0:2])
print(gc.garbage, gc.callbacks, len(gc.get_count()), all(isinstance(n, int) for n in gc.get_count()))
print([sorted(d) for d in gc.get_stats()])
print(gc.collect() >= 0, gc.collect(0) >= 0, gc.collect(generation=1) >= 0)
show("generation", gc.collect, 3)
show("generation", gc.collect, -1)
show("generation", gc.get_objects, 3)
show("threshold", gc.set_threshold, "a")
show("flags", gc.set_debug, "a")
print(gc.freeze(), gc.get_freeze_count() > 0, gc.unfreeze(), gc.get_freeze_count())

inner = [1]
outer = [inner, "text", {"k": inner}]
print(gc.get_referents(inner), gc.get_referents(outer) == [outer[2], "text", inner], gc.get_referents((1, 2)), gc.get_referents(), gc.get_referents(5))
print(gc.get_referents({1: 2}) in ([1, 2], [2, 1]), sorted(gc.get_referents({3, 4})))
holders = gc.get_referrers(inner)
print(any(h is outer for h in holders), any(h is outer[2] for h in holders), any(h is globals() for h in holders), gc.get_referrers())
node = Node()
print(any(o is node for o in gc.get_objects()), any(o is outer for o in gc.get_objects()))
for value in (1, "a", 1.5, None, True, b"", (), [], [1], set(), frozenset(), node, Node, len, gc, show, ValueError(), iter([]), object(), 2 + 3j, range(2)):
    print(type(value).__name__, gc.is_tracked(value), end="; ")
print()
print(gc.is_tracked({"a": []}), gc.is_tracked(([],)))

events = []


def callback(phase, info):
    events.append((phase, info["generation"], sorted(info)))


gc.callbacks.append(callback)
gc.collect()
gc.collect(1)
gc.callbacks.remove(callback)
gc.collect()
print(events)
