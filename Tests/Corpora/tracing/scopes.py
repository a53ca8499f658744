# Local trace functions: what a trace function returns decides whether and by what a frame is traced.
import sys

log = []


def simple():
    a = 1
    b = 2
    return a + b


def other():
    return simple()


def only_calls(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    return None


def local(frame, event, arg):
    log.append(("local", frame.f_code.co_name, event))


def chooses(frame, event, arg):
    log.append((frame.f_code.co_name, event))
    return local if frame.f_code.co_name == "simple" else None


def replaces(frame, event, arg):
    log.append(("first", event))

    def second(frame, event, arg):
        log.append(("second", event))
        return second
    return second


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    log.append((frame.f_code.co_name, event))
    return no_lines


def run(trace, function=other):
    del log[:]
    sys.settrace(trace)
    function()
    sys.settrace(None)
    print(trace.__name__, log)


for trace in (only_calls, chooses, replaces, no_lines):
    run(trace)


def failing(frame, event, arg):
    raise KeyError("from the trace function")


try:
    sys.settrace(failing)
    simple()
except KeyError as error:
    print(error, sys.gettrace())


def late(frame, event, arg):
    if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        raise OverflowError("at a line")
    return late


try:
    sys.settrace(late)
    simple()
except OverflowError as error:
    print(error, sys.gettrace(), error.__traceback__.tb_next.tb_frame.f_code.co_name)


def attributes(frame, event, arg):
    log.append((event, frame.f_trace_lines, frame.f_trace_opcodes, frame.f_trace is None, sorted(frame.f_locals)))
    return attributes


run(attributes, simple)


def from_inside():
    def watch(frame, event, arg):
        log.append((frame.f_code.co_name, event))
        return watch

    sys._getframe().f_trace = watch
    sys.settrace(watch)
    x = 1
    sys.settrace(None)
    del sys._getframe().f_trace
    return x


del log[:]
from_inside()
print([entry for entry in log if entry[0] == "from_inside"][:1], sys.gettrace())
frame = sys._getframe()
for name, value in (("f_trace_lines", 1), ("f_trace_opcodes", None)):
    try:
        setattr(frame, name, value)
    except TypeError as error:
        print(name, error)
try:
    frame.f_lineno = "x"
except ValueError as error:
    print(error)
try:
    frame.clear()
except RuntimeError as error:
    print(error)

