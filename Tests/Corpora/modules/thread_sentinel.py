# versions: 3.8-3.12
"""The lock that a thread's end gives back: what `threading` of the library waits for."""

import _thread

locks = []
ready = _thread.allocate_lock()
go = _thread.allocate_lock()
ready.acquire()
go.acquire()


def run():
    lock = _thread._set_sentinel()
    lock.acquire()
    locks.append(lock)
    ready.release()
    go.acquire()


_thread.start_new_thread(run, ())
ready.acquire()
print("runs", locks[0].locked(), locks[0].acquire(False))
go.release()
print("ended", locks[0].acquire(True, 10), locks[0].locked())


def fails():
    lock = _thread._set_sentinel()
    lock.acquire()
    locks.append(lock)
    ready.release()
    raise SystemExit


_thread.start_new_thread(fails, ())
ready.acquire()
print("ended", locks[1].acquire(True, 10))
print("main", _thread._set_sentinel().locked())
