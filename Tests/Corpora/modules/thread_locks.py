# Locks and thread-local attributes, in one thread.
import _thread


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except BaseException as error:
        print(label, "raised", type(error).__name__, error)


lock = _thread.allocate_lock()
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(True, 0.001), lock.acquire(timeout=0), lock.acquire(blocking=0))
print(repr(lock).startswith("<locked _thread.lock object at 0x"))
show("timeout", lock.acquire, False, 1)
show("timeout", lock.acquire, True, -2)
show("timeout", lock.acquire, True, "a")
show("timeout", lock.acquire, True, 1e10)
show("arguments", lock.acquire, 1, 2, 3)
show("keyword", lock.acquire, x=1)
print(lock.release(), lock.locked())
show("release", lock.release)
with lock as taken:
    print(taken, lock.locked())
print(lock.locked(), repr(lock).startswith("<unlocked _thread.lock object at 0x"))
try:
    with lock:
        raise ValueError("inside")
except ValueError as error:
    print(error, lock.locked())
print(lock.acquire_lock(), lock.locked_lock(), lock.release_lock())
print(isinstance(lock, _thread.LockType), _thread.LockType.__name__, _thread.error is RuntimeError)

recursive = _thread.RLock()
print(recursive.acquire(), recursive.acquire(), recursive._is_owned(), recursive.acquire(timeout=1), recursive.acquire(False))
for n in range(4):
    recursive.release()
print(recursive._is_owned())
show("release", recursive.release)
show("save", recursive._release_save)
with recursive:
    with recursive:
        print(recursive._is_owned())
        state = recursive._release_save()
        print(state[0], state[1] == _thread.get_ident(), recursive._is_owned())
        recursive._acquire_restore(state)
        print(recursive._is_owned())
print(recursive._is_owned(), " owner=0 count=0 " in repr(recursive))

print(_thread.get_ident() == _thread.get_ident(), _thread.get_native_id() > 0, _thread.TIMEOUT_MAX > 1e9, _thread._count())
print(_thread.stack_size(), _thread.stack_size(65536), _thread.stack_size(), _thread.stack_size(0), _thread.stack_size())
show("exit", _thread.exit)
show("start", _thread.start_new_thread, 1, ())
show("start", _thread.start_new_thread, len, 2)
show("start", _thread.start_new_thread, len, (), 3)
show("start", _thread.start_new_thread, len)


class Local(_thread._local):
    shared = "class attribute"

    def __init__(self, *args, **kwargs):
        self.args = args, sorted(kwargs)

    def method(self):
        return self.args


local = _thread._local()
local.x = 1
print(local.x, local.__dict__, hasattr(local, "y"))
del local.x
show("missing", lambda: local.x)
show("dict", setattr, local, "__dict__", {})
show("arguments", _thread._local, 1)
made = Local(1, k=2)
made.x = 5
print(made.method(), made.shared, made.x, sorted(made.__dict__))
try:
    del made.nothing
except AttributeError as error:
    print("AttributeError")
