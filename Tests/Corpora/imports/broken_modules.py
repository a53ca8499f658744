"""Star imports from modules and from objects that only look like modules."""
import sys


class Fake:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


class NoDict:
    __slots__ = ("__name__", "__spec__")


class Claiming:
    __name__ = "claiming"
    __spec__ = None

    def __init__(self, namespace):
        self.namespace = namespace

    def __getattribute__(self, name):
        if name == "__dict__":
            return object.__getattribute__(self, "namespace")
        return object.__getattribute__(self, name)


sys.modules["fake"] = Fake(__spec__=None, public=1, _private=2)
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=["_private", "public"], public=3, _private=4)
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=["missing"])
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=[5], __name__="named")
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=[5], __name__=6)
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=[5])
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__=5)
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, **{"": 1})
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)



class Indexed:
    def __getitem__(self, index):
        return ["public", "missing"][index] if index < 3 else 5


sys.modules["fake"] = Fake(__spec__=None, __all__=Indexed(), public=1, missing=2)
try:
    from fake import *
    print("imported", public, missing)
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Fake(__spec__=None, __all__={"public"}, public=1)
try:
    from fake import *
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = NoDict()
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = 5
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Claiming({5: 1})
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Claiming({"inside": 1})
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Claiming(5)
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = Claiming({"namespace": 1})
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)
sys.modules["fake"] = sys
try:
    from fake import *
    print("imported", sorted(n for n in globals() if n in ("public", "_private", "namespace", "inside", "path")))
except Exception as e:
    print(type(e).__name__, e)


def import_from(module, name):
    sys.modules["fake"] = module
    try:
        if name == "public":
            from fake import public
        elif name == "sub":
            import fake.sub
        else:
            import fake
            return type(fake).__name__
        return "imported"
    except Exception as e:
        return f"{type(e).__name__} {e}"


for module in [Fake(public=1), Fake(), Fake(__name__="named"), Fake(__name__=5), NoDict(), 5, None]:
    for name in ["public", "sub", ""]:
        print(name, import_from(module, name))
for arguments in [(), (5,), ("",), ("fake", 5), ("fake", {}, {}, (), 1), ("fake", {"__name__": 5}, {}, (), 1), ("fake", {"__package__": 5}, {}, (), 1), ("fake", {"__name__": "a.b"}, {}, (), 5),
                  ("", {"__package__": ""}, {}, (), 1), ("fake", {}, {}, (), -1), ("sys", {}, {}, (5,)), ("sys", 5, {}, (), 1), ("fake.sub",), ("sys.sub",), ("missing",), ("missing.sub",)]:
    try:
        print(__import__(*arguments))
    except Exception as e:
        print(type(e).__name__, e)
