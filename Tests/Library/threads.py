"""Threads of the library: started, joined, waited for at the end, with every kind of lock."""

import atexit
import queue
import sys
import threading
import time


def show(*words):
    print(*words)
    sys.stdout.flush()


results = []
threads = [threading.Thread(target=results.append, args=(i,), name="w%d" % i) for i in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
show(sorted(results), [thread.is_alive() for thread in threads], threading.active_count())

lock, again, count = threading.Lock(), threading.RLock(), 0


def add():
    global count
    for _ in range(500):
        with lock, again, again:
            count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
show(count)

condition, items = threading.Condition(), []


def consume():
    for _ in range(3):
        with condition:
            while not items:
                condition.wait()
            show("got", items.pop(0))
            condition.notify()


consumer = threading.Thread(target=consume)
consumer.start()
for i in range(3):
    with condition:
        items.append(i)
        condition.notify()
        while items:
            condition.wait()
consumer.join()

event, bounded = threading.Event(), threading.BoundedSemaphore(1)
show(event.wait(0.01))
threading.Timer(0.02, event.set).start()
show(event.wait(10))
with bounded:
    show(bounded.acquire(blocking=False))
try:
    bounded.release()
except ValueError as error:
    show(error)

own = threading.local()
own.x = 1
thread = threading.Thread(target=lambda: show(hasattr(own, "x")))
thread.start()
thread.join()

jobs, done = queue.Queue(), []


def work():
    for job in iter(jobs.get, None):
        done.append(job * job)
        jobs.task_done()
    jobs.task_done()


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for i in range(20):
    jobs.put(i)
for _ in workers:
    jobs.put(None)
jobs.join()
for worker in workers:
    worker.join()
show(sorted(done))

threading.excepthook = lambda failure: show("hook", failure.exc_type.__name__, failure.exc_value, failure.thread.name)
thread = threading.Thread(target=lambda: 1 / 0, name="fails")
thread.start()
thread.join()

barrier = threading.Barrier(3)
threads = [threading.Thread(target=barrier.wait) for _ in range(2)]
for thread in threads:
    thread.start()
barrier.wait()
for thread in threads:
    thread.join()

thread = threading.Thread(target=time.sleep, args=(0.2,))
thread.start()
thread.join(0.001)
show(thread.is_alive())
thread.join()
show(thread.is_alive())
for call in (thread.start, threading.Thread().join, threading.current_thread().join):
    try:
        call()
    except RuntimeError as error:
        show(error)


def late():
    time.sleep(0.1)
    show("late")


threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
threading.Thread(target=late).start()
atexit.register(show, "exit function")
show("main ends")
