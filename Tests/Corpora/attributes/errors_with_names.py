"""An AttributeError that comes of `v.name` has name and obj, whoever raised it; called directly, what raises it may leave them out."""


def attempt(action):
    try:
        print(action())
    except AttributeError as e:
        print(e, "| name", getattr(e, "name", "-"), "| obj", type(getattr(e, "obj", None)).__name__)


class Slots:
    __slots__ = ("a", "b")

    @property
    def raising(self): raise AttributeError("mine")

    unreadable = property()


class Raises:
    def __get__(self, instance, owner): raise AttributeError("descriptor")


class Holder:
    raises = Raises()


class Asked:
    def __getattr__(self, name): raise AttributeError("asked for " + name)


class Own:
    def __getattribute__(self, name): raise AttributeError("own " + name)


class Named:
    @property
    def told(self): raise AttributeError("told", name="other", obj=5) if hasattr(AttributeError, "name") else AttributeError("told")


slots = Slots()
for name in ("a", "raising", "unreadable"):
    attempt(lambda: getattr(slots, name))
    attempt(lambda: object.__getattribute__(slots, name))
    attempt(lambda: slots.__getattribute__(name))
    attempt(lambda: Slots.__dict__[name].__get__(slots))
attempt(lambda: slots.a)
attempt(lambda: slots.raising)
attempt(lambda: Holder().raises)
attempt(lambda: Holder.raises)
attempt(lambda: Asked().x)
attempt(lambda: Own().x)
attempt(lambda: Asked().__getattr__("x"))
attempt(lambda: Named().told)
attempt(lambda: OSError().characters_written)
attempt(lambda: OSError().__getattribute__("characters_written"))
attempt(lambda: property().__name__)
attempt(lambda: property().__getattribute__("__name__"))
attempt(lambda: property(len).__name__)
attempt(lambda: int.__abstractmethods__)
attempt(lambda: type.__getattribute__(int, "__abstractmethods__"))
