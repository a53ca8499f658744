# What module sys remembers, and the errors of its functions.
import sys


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


for value in (0.01, 1, 0.000001):
    show("set", sys.setswitchinterval, value)
    print(round(sys.getswitchinterval(), 7))
show("zero", sys.setswitchinterval, 0)
show("negative", sys.setswitchinterval, -1)
show("text", sys.setswitchinterval, "a")
sys.setswitchinterval(0.005)

flags = sys.getdlopenflags()
print(sys.setdlopenflags(3), sys.getdlopenflags(), sys.setdlopenflags(flags), sys.getdlopenflags() == flags)

show("depth", sys.set_coroutine_origin_tracking_depth, -1)
print(sys.get_coroutine_origin_tracking_depth(), sys.set_coroutine_origin_tracking_depth(2), sys.get_coroutine_origin_tracking_depth())


async def coroutine():
    pass


def caller():
    return coroutine()


made = caller()
print([(entry[0][-15:], entry[1] - caller.__code__.co_firstlineno, entry[2]) for entry in made.cr_origin][0:1], len(made.cr_origin))
made.close()
sys.set_coroutine_origin_tracking_depth(0)
made = caller()
print(made.cr_origin)
made.close()

show("refcount", sys.getrefcount)
print(sys.getrefcount(object()) > 0, sys.getallocatedblocks() > 0)
show("intern", sys.intern, 5)
show("intern", sys.intern)
text = "".join(["inter", "ned text"])
print(sys.intern(text) is sys.intern("interned " + "text"[0:4]))


class Text(str):
    pass


show("intern", sys.intern, Text("a"))
show("frame", sys._getframe, 1000)
show("frame", lambda: sys._getframe(-1).f_code.co_name)
show("frame", lambda: sys._getframe(0).f_code.co_name)
show("frame", lambda: sys._getframe(1).f_code.co_name)
show("frames", lambda: [f.f_code.co_name for f in sys._current_frames().values()])
print(sys.exc_info(), sys.is_finalizing())
for bad in (0, -5, "a"):
    show("recursion", sys.setrecursionlimit, bad) if bad != "a" else None
limit = sys.getrecursionlimit()
print(sys.setrecursionlimit(500), sys.getrecursionlimit(), sys.setrecursionlimit(limit))
print(sys.set_int_max_str_digits(0), sys.get_int_max_str_digits(), sys.set_int_max_str_digits(640), sys.get_int_max_str_digits())
show("digits", sys.set_int_max_str_digits, 100)
sys.set_int_max_str_digits(4300)
show("hook", sys.set_asyncgen_hooks, 1)
show("hook", sys.set_asyncgen_hooks, None, 1)
print(sys.get_asyncgen_hooks(), sys.set_asyncgen_hooks(firstiter=print), sys.get_asyncgen_hooks().firstiter is print, sys.get_asyncgen_hooks().finalizer)
sys.set_asyncgen_hooks(None)
print(sys.get_asyncgen_hooks())
show("getsizeof", sys.getsizeof)
print(sys.getsizeof(object(), 5) > 0)
show("call_tracing", sys.call_tracing, len, ([1, 2],))
show("call_tracing", sys.call_tracing, len, [1])
show("exit", sys.exit, 1, 2)
print(sys.getfilesystemencoding(), sys.getdefaultencoding(), sys.getfilesystemencodeerrors())
