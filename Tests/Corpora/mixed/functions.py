# Functions of a module: parameters of every kind, defaults, what calls that do not fit say.
# module-versions: functions_module all
import functions_module as m


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print("TypeError", type(error).__name__)


print(m.plain(1), m.plain(1, 5, 6, 7, c=8, d=9), m.plain(*[1, 2], **{"c": 4}), m.double(4), m.positional(1, b=2), m.keyword(k=3))
print(m.calls(m.plain, 1, x=2), m.calls(lambda *a, **k: (a, k), 1, y=2), m.calls(m.calls, m.calls, max, 1, 2))
attempt(m.plain)
attempt(m.positional, a=1, b=2)
attempt(m.keyword, 1)
attempt(m.keyword)
attempt(m.calls, len, 1, 2)
print(m.shared(), m.shared(), m.plain.__defaults__, m.plain.__kwdefaults__, m.plain.__module__, m.plain.__qualname__, m.plain.__code__.co_varnames)
m.plain.__defaults__ = ("new",)
m.plain.__kwdefaults__ = {"c": "kw"}
print(m.plain(1), list(map(m.double, range(3))), sorted([3, 1, 2], key=m.double), sorted("ab", key=lambda c: -ord(c)))
