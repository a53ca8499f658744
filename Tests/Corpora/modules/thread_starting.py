# Threads that are started, share objects, wait for locks and end.
import _thread
import gc
import sys
import time


def wait_for(condition):
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            print("too late")
            return
        time.sleep(0.001)


def counting():
    lock = _thread.allocate_lock()
    done = []
    total = [0]

    def work(n, step=1):
        for i in range(n):
            with lock:
                total[0] += step
        done.append(n)

    for n in (100, 200, 300):
        _thread.start_new_thread(work, (n,), {"step": 2})
    wait_for(lambda: len(done) == 3)
    print(total, sorted(done))


def switching():
    # Nobody lets go of the lock by itself here.
    finished = []
    stop = []

    def spin(n):
        x = 0
        while not stop:
            x += 1
        finished.append(n)

    for n in range(3):
        _thread.start_new_thread(spin, (n,))
    for i in range(20000):
        pass
    stop.append(1)
    wait_for(lambda: len(finished) == 3)
    print(sorted(finished))


def allocating():
    # Each thread makes garbage and keeps some; the collector sees all stacks.
    results = {}

    def build(n):
        kept = []
        for i in range(2000):
            kept.append([n, i, str(i)])
            junk = [kept[-1]]
            junk.append(junk)
            if i % 500 == 0:
                gc.collect()
        results[n] = sum(entry[1] for entry in kept), all(entry[2] == str(entry[1]) for entry in kept)

    for n in range(4):
        _thread.start_new_thread(build, (n,))
    wait_for(lambda: len(results) == 4)
    print(sorted(results.items()))


def blocking():
    first = _thread.allocate_lock()
    second = _thread.allocate_lock()
    log = []
    first.acquire()
    second.acquire()

    def partner():
        first.acquire()
        log.append("partner")
        second.release()

    _thread.start_new_thread(partner, ())
    log.append("main")
    first.release()
    print(second.acquire(timeout=20), log)


def locals_of_threads():
    local = _thread._local()
    local.x = "main"
    seen = []

    def look():
        seen.append(hasattr(local, "x"))
        local.x = "other"
        seen.append(local.x)
        seen.append(_thread.get_ident() != main)

    main = _thread.get_ident()
    _thread.start_new_thread(look, ())
    wait_for(lambda: len(seen) == 3)
    print(seen, local.x)


def exceptions():
    seen = []
    sys.unraisablehook = lambda info: seen.append((info.exc_type.__name__, str(info.exc_value)))

    def fail():
        raise ValueError("in a thread")

    def leave():
        sys.exit(3)

    def quit():
        _thread.exit()

    _thread.start_new_thread(fail, ())
    wait_for(lambda: len(seen) == 1)
    _thread.start_new_thread(leave, ())
    _thread.start_new_thread(quit, ())
    wait_for(lambda: _thread._count() == 0)
    print(seen)
    sys.unraisablehook = sys.__unraisablehook__


def recursion():
    result = []

    def deep(n):
        return 0 if n == 0 else 1 + deep(n - 1)

    def run():
        try:
            deep(10 ** 6)
        except RecursionError as error:
            result.append(str(error)[:32])
        result.append(deep(100))

    _thread.start_new_thread(run, ())
    wait_for(lambda: len(result) == 2)
    print(result)


def generators_and_recursive_locks():
    lock = _thread.RLock()
    out = []

    def produce():
        for i in range(5):
            with lock:
                with lock:
                    yield i

    def run(n):
        out.append(list(produce()))

    for n in range(3):
        _thread.start_new_thread(run, (n,))
    wait_for(lambda: len(out) == 3)
    print(out)


for part in (counting, switching, allocating, blocking, locals_of_threads, exceptions, recursion, generators_and_recursive_locks):
    print("--", part.__name__)
    part()
    wait_for(lambda: _thread._count() == 0)
