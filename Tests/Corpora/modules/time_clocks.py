"""time: clocks that can be set or looked up, and their errors."""
import time

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    info = time.get_clock_info(name)
    print(name, info.implementation, info.monotonic, info.adjustable, 0 < info.resolution <= 1)
    first = getattr(time, name + "_ns")()
    second = getattr(time, name)()
    print(type(first).__name__, type(second).__name__, first <= second * 1e9 + 1e9)
show("info", time.get_clock_info, "x")
for clock in (time.CLOCK_MONOTONIC, time.CLOCK_REALTIME, time.CLOCK_PROCESS_CPUTIME_ID, time.CLOCK_THREAD_CPUTIME_ID):
    print(time.clock_gettime(clock) > 0, time.clock_gettime_ns(clock) > 0, 0 < time.clock_getres(clock) <= 1)
show("clock", time.clock_gettime, 12345)
show("clock", time.clock_getres, 12345)
show("monotonic", time.clock_settime, time.CLOCK_MONOTONIC, 1.0)
show("monotonic", time.clock_settime_ns, time.CLOCK_MONOTONIC, 5)
show("nan", time.clock_settime, time.CLOCK_MONOTONIC, float("nan"))
show("float", time.clock_settime_ns, time.CLOCK_MONOTONIC, 1.5)
show("count", time.clock_settime, time.CLOCK_MONOTONIC)
show("thread", time.pthread_getcpuclockid, "x")
show("sleep", time.sleep, -1)
show("sleep", time.sleep, 0)
show("sleep", time.sleep, "x")
show("sleep", time.sleep, float("nan"))
print(time.sleep(0.001), time._STRUCT_TM_ITEMS)
