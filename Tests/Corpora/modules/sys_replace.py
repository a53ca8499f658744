# versions: 3.13-
# The method __replace__ of named tuples of native modules.
import sys
import time


def show(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "raised", type(error).__name__, error)


moment = time.gmtime(0)
show("one", moment.__replace__, tm_year=1999)
show("none", moment.__replace__)
print(moment.__replace__() is moment, moment.__replace__() == moment)
show("several", moment.__replace__, tm_year=1, tm_mon=2, tm_hour="x")
show("unknown", moment.__replace__, year=1)
show("unknown", moment.__replace__, a=1, b=2)
show("positional", moment.__replace__, 1)
print(moment.__replace__(tm_zone="ZZZ").tm_zone, moment.__replace__(tm_gmtoff=7).tm_gmtoff, moment.tm_gmtoff)
print(sys.version_info.__replace__(major=9)[0], type(sys.version_info.__replace__(minor=1)).__name__)
print(sys.float_info.__replace__(dig=3).dig, sys.int_info.__replace__(sizeof_digit=8).sizeof_digit, sys.hash_info.__replace__(nan=5).nan)
print(sys._is_interned("name"), sys._is_interned("".join(["not ", "interned"])))
show("interned", sys._is_interned, 1)
print(sys._getframemodulename(), sys._getframemodulename(500), sys._is_gil_enabled(), sys.flags.gil)
