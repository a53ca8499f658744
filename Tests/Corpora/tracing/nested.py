# versions: 3.8-3.10, 3.12-
# sys.call_tracing traces a call that a trace function makes.
import sys

log = []


def simple():
    return 1


def other():
    return simple()


def tracer(frame, event, arg):
    if event == "call" and frame.f_code.co_name == "other":
        log.append(sys.call_tracing(simple, ()))
    log.append((frame.f_code.co_name, event))
    return None


sys.settrace(tracer)
other()
sys.settrace(None)
print(log)
