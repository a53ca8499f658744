# Which methods a with statement looks for, in which order, and what it says without them.
class Meta(type):
    def __getattribute__(cls, name):
        print("meta", name)
        return super().__getattribute__(name)


class Full(metaclass=Meta):
    def __getattribute__(self, name):
        print("instance", name)
        return super().__getattribute__(name)

    def __enter__(self):
        return "entered"

    def __exit__(self, *arguments):
        return False


class Descriptor:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        print("get", self.name)
        return lambda *arguments: print("called", self.name, len(arguments))


class Described:
    __exit__ = Descriptor("exit")
    __enter__ = Descriptor("enter")


class OnlyEnter:
    __enter__ = Descriptor("enter")


class OnlyExit:
    __exit__ = Descriptor("exit")


class Neither:
    pass


class FailingGet:
    @property
    def __enter__(self):
        raise KeyError("enter")

    @property
    def __exit__(self):
        raise KeyError("exit")


class AsyncOnly:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *arguments):
        pass


class AsyncDescribed:
    __aexit__ = Descriptor("aexit")
    __aenter__ = Descriptor("aenter")


def use(manager):
    with manager as value:
        print("body", value)


async def use_async(manager):
    async with manager as value:
        print("body", value)


def attempt(action, manager):
    try:
        print(type(manager).__name__)
        action(manager)
    except Exception as error:
        print(type(error).__name__, error)


for manager in (Full(), Described(), OnlyEnter(), OnlyExit(), Neither(), FailingGet(), AsyncOnly(), 5, None, Neither):
    attempt(use, manager)
for manager in (AsyncDescribed(), OnlyEnter(), Neither(), Described(), None):
    attempt(lambda m: use_async(m).send(None), manager)
