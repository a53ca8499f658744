# Long runs of arbitrary operations on deque, OrderedDict, Counter, heaps, bisect and lru_cache, compared with plain lists and dicts.
from bisect import bisect_left, bisect_right, insort
from collections import Counter, OrderedDict, defaultdict, deque
from functools import lru_cache
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge
from itertools import accumulate, chain, combinations, groupby, islice, permutations, product, zip_longest


class Random:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state // 65536 % n


def same(name, a, b):
    if a != b:
        print(name, "differ:", a, b)
        raise SystemExit(1)


def deques(seed, maxlen):
    r = Random(seed)
    d, model = deque(maxlen=maxlen), []

    def trim(front):
        if maxlen is not None and len(model) > maxlen:
            if front:
                model.pop()
            else:
                model.pop(0)

    for step in range(600):
        op, x = r(12), r(50)
        if op < 3:
            d.append(x)
            model.append(x)
            trim(False)
        elif op < 5:
            d.appendleft(x)
            model.insert(0, x)
            trim(True)
        elif op == 5 and model:
            same("pop", d.pop(), model.pop())
        elif op == 6 and model:
            same("popleft", d.popleft(), model.pop(0))
        elif op == 7 and model:
            k = r(9) - 4
            d.rotate(k)
            k %= len(model)
            model[:] = model[-k:] + model[:-k] if k else model
        elif op == 8 and model:
            i = r(len(model))
            d[i] = x
            model[i] = x
            same("item", d[i - len(model)], model[i])
        elif op == 9 and len(model) > 1:
            i = r(len(model))
            del d[i]
            del model[i]
        elif op == 10 and (maxlen is None or len(model) < maxlen):
            i = r(len(model) + 1)
            d.insert(i, x)
            model.insert(i, x)
        elif op == 11 and x in model:
            same("index", d.index(x), model.index(x))
            d.remove(x)
            model.remove(x)
        same("deque", list(d), model)
        same("length", len(d), len(model))
    return sum(d), list(reversed(d))[:3]


def ordered(seed):
    r = Random(seed)
    o, model = OrderedDict(), []
    for step in range(800):
        op, k, v = r(9), r(30), r(1000)
        keys = [pair[0] for pair in model]
        if op < 4:
            o[k] = v
            if k in keys:
                model[keys.index(k)] = (k, v)
            else:
                model.append((k, v))
        elif op == 4 and k in keys:
            o.move_to_end(k)
            model.append(model.pop(keys.index(k)))
        elif op == 5 and k in keys:
            o.move_to_end(k, last=False)
            model.insert(0, model.pop(keys.index(k)))
        elif op == 6 and model:
            same("popitem", o.popitem(last=bool(v % 2)), model.pop(-1 if v % 2 else 0))
        elif op == 7 and k in keys:
            same("pop", o.pop(k), model.pop(keys.index(k))[1])
        elif op == 8 and k in keys:
            del o[k]
            del model[keys.index(k)]
        same("ordered", list(o.items()), model)
    same("reversed", list(reversed(o)), [k for k, _ in reversed(model)])
    return len(o), list(o)[:4]


def heaps(seed):
    r = Random(seed)
    h, model = [], []
    for step in range(500):
        op, x = r(5), r(100)
        if op < 2:
            heappush(h, x)
            insort(model, x)
        elif op == 2 and model:
            same("heappop", heappop(h), model.pop(0))
        elif op == 3 and model:
            same("replace", heapreplace(h, x), model.pop(0))
            insort(model, x)
        elif op == 4:
            insort(model, x)
            same("pushpop", heappushpop(h, x), model.pop(0))
        same("bisect", (bisect_left(model, x), bisect_right(model, x)), (sum(m < x for m in model), sum(m <= x for m in model)))
    other = [r(100) for _ in range(40)]
    merged = list(merge(model, sorted(other), sorted(h)))
    same("merge", merged, sorted(model + other + h))
    heapify(other)
    same("heapify", [heappop(other) for _ in range(40)], sorted(merged)[:0] + sorted(set_of(merged, model, h)))
    return len(h), merged[:3]


def set_of(merged, model, h):
    rest = list(merged)
    for x in model + h:
        rest.remove(x)
    return rest


def counters(seed):
    r = Random(seed)
    words = ["".join(chr(97 + r(3)) for _ in range(r(3) + 1)) for _ in range(300)]
    c, model = Counter(words), {}
    for w in words:
        model[w] = model.get(w, 0) + 1
    same("counter", dict(c), model)
    same("common", c.most_common(), sorted(model.items(), key=lambda kv: -kv[1]))
    half = Counter(words[:150])
    same("difference", c - half, Counter(words[150:]))
    same("sum", half + Counter(words[150:]), c)
    same("union", (half | c) == c and (half & c) == half, True)
    groups = defaultdict(list)
    for w in words:
        groups[len(w)].append(w)
    same("groups", {k: len(v) for k, v in groups.items()}, {k: sum(1 for w in words if len(w) == k) for k in groups})
    same("groupby", [(k, len(list(g))) for k, g in groupby(sorted(words))], sorted(model.items()))
    return c.most_common(2), sum(c.values())


def caches(seed):
    r = Random(seed)
    calls = []

    @lru_cache(maxsize=8)
    def f(x):
        calls.append(x)
        return x * x

    order, hits = [], 0
    for step in range(600):
        x = r(14)
        if x in order:
            order.remove(x)
            hits += 1
        elif len(order) == 8:
            order.pop(0)
        order.append(x)
        same("cached", f(x), x * x)
    info = f.cache_info()
    same("info", (info.hits, info.misses, info.currsize), (hits, len(calls), len(order)))
    return info


def iterators(seed):
    r = Random(seed)
    data = [r(9) for _ in range(7)]
    same("accumulate", list(accumulate(data)), [sum(data[:i + 1]) for i in range(len(data))])
    same("combinations", list(combinations(data, 3)), [(a, b, c) for i, a in enumerate(data) for j, b in enumerate(data[i + 1:], i + 1) for c in data[j + 1:]])
    same("permutations", len(set(permutations(range(5), 3))), 60)
    same("product", list(product(data[:2], data[2:4], repeat=1)), [(a, b) for a in data[:2] for b in data[2:4]])
    same("islice", list(islice(data, 1, 6, 2)), data[1:6:2])
    same("chain", list(chain(data, data[::-1])), data + data[::-1])
    same("zip", [a if b is None else b for a, b in zip_longest(data, data[:3])], data[:3] + data[3:])
    return sum(data)


for seed in range(1, 6):
    print(seed, deques(seed, None), deques(seed, 5), ordered(seed), heaps(seed), counters(seed), caches(seed), iterators(seed))
