"""time: counts of arguments, struct_time of every kind of sequence, formats with strange characters, zones of UTC."""
import time

MOMENTS = [0, 1, 86399, 951782400, 10**9, 2**31, -1, -10**9]


class Hint:
    def __init__(self, items, hint): self.items, self.hint = items, hint

    def __iter__(self): return iter(self.items)

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


class Items:
    def __init__(self, count): self.count = count

    def __getitem__(self, index):
        if index >= self.count:
            raise IndexError
        return index


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


for moment in MOMENTS:
    broken = time.gmtime(moment)
    print(tuple(broken), broken.tm_zone, broken.tm_gmtoff, time.asctime(broken))
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %w %y %I %p %% %c %x %X", broken))
for name in ("gmtime", "localtime", "ctime", "asctime", "strftime", "mktime", "strptime"):
    function = getattr(time, name)
    for arguments in ((1, 2), (1, 2, 3), ("x",), ([],), (None, None), (1.5, None, 2)):
        if not (name in ("strftime", "strptime") and arguments == ("x",)):
            shown("%s%r" % (name, arguments), lambda: function(*arguments))
    for keywords in ({"x": 1}, {"seconds": 1}, {"format": "x"}):
        shown("%s(%s)" % (name, keywords), lambda: function(**keywords))
for arguments in (([1], 2), (5, 5), (None, (1,) * 9), ("%Y", 5), ("%Y", (1,) * 8), ("%Y", (1,) * 10), ("%Y", "text"), ("%Y", [1] * 9)):
    shown("strftime%r" % (arguments,), lambda: time.strftime(*arguments))
NINE = (2024, 2, 29, 12, 30, 45, 3, 60, 0)
for template in ("", "plain", "\ud800", "a\udcffb%Y\ud83d", "\u20ac%d\U0001f600", "%", "%%", "100%", "\u0661%m", "%Y" * 3):
    shown(ascii(template), lambda: ascii(time.strftime(template, NINE)))
for place, value in ((1, 0), (1, 13), (2, 0), (2, 32), (3, 24), (3, -1), (4, 60), (5, 61), (5, 62), (6, -1), (6, 7), (7, 0), (7, 367), (8, 2), (0, 10**6), (0, 2**40)):
    changed = list(NINE)
    changed[place] = value
    shown("%d = %d" % (place, value), lambda: time.asctime(tuple(changed)))
for sequence in (
        NINE, list(NINE), NINE + ("zone", 60), NINE[:8], NINE + (1, 2, 3), "123456789", range(9), iter(NINE), Items(9), Items(3), {1: 2}, None, 5,
        Hint(NINE, 9), Hint(NINE, -1), Hint(NINE, "x"), Hint(NINE, ValueError("hint")), Hint(NINE, NotImplemented), Hint(NINE[:2], 50), int):
    shown(type(sequence).__name__, lambda: time.struct_time(sequence))
    shown(type(sequence).__name__ + " and 5", lambda: time.struct_time(sequence, 5))
shown("no arguments", lambda: time.struct_time())
shown("three arguments", lambda: time.struct_time(NINE, {}, 1))
shown("keyword", lambda: time.struct_time(NINE, key=1))
shown("names", lambda: time.struct_time(NINE, {"tm_zone": "Z", "tm_gmtoff": 5}).tm_zone)
print(time.struct_time(NINE).tm_zone, time.struct_time(NINE)[:3], time.struct_time(NINE) == NINE, hash(time.struct_time(NINE)) == hash(NINE))
