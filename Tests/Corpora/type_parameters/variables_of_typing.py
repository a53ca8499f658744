# versions: 3.13-
"""typing's variables: arguments of their constructors, what they take for a type, substitution step by step."""
import typing
from typing import Callable, Concatenate, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple, Unpack


class Hash:
    def __hash__(self): raise ValueError("hash")

    def __repr__(self): return "Hash()"


def shown(label, function):
    try:
        result = function()
    except Exception as error:
        result = "%s: %s" % (type(error).__name__, error)
    print(label, "->", result)


T, P, Ts = TypeVar("T"), ParamSpec("P"), TypeVarTuple("Ts")
for make in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType):
    for arguments in ((), (5,), (None,), (b"x",), ("x", 1), ("x", 1, 2), ("x", 1, 2, 3)):
        if make is not TypeVar or len(arguments) < 2:
            shown("%s%r" % (make.__name__, arguments), lambda: make(*arguments))
shown("one constraint", lambda: TypeVar("T", int))
shown("constraints and bound", lambda: TypeVar("T", int, str, bound=int))
shown("both variances", lambda: TypeVar("T", covariant=True, contravariant=True))
print(TypeVar("A", covariant=True), TypeVar("B", contravariant=True), TypeVar("C", infer_variance=True), T.__bound__, T.__constraints__)
OTHERS = [int, None, "int", 5, (), (1, 2), [], [int], {}, Hash(), list[int], T, P, Ts, ..., len, int | str, typing.Any, Callable[P, int]]
for other in OTHERS:
    for variable in (T, P):
        shown("%r | %r" % (variable, other), lambda: variable | other)
        shown("%r | %r" % (other, variable), lambda: variable.__ror__(other))
    for variable in (T, P, Ts):
        shown("%r substituted by %r" % (variable, other), lambda: variable.__typing_subst__(other))
    shown("prepare P %r" % (other,), lambda: P.__typing_prepare_subst__(Callable[P, int], (other,)))
for count in range(4):
    arguments = (int, str, bytes)[:count]
    shown("prepare Ts %d" % count, lambda: Ts.__typing_prepare_subst__(tuple[T, Unpack[Ts]], arguments))
    shown("prepare P %d" % count, lambda: P.__typing_prepare_subst__(Callable[Concatenate[T, P], T], arguments))
shown("prepare of no alias", lambda: P.__typing_prepare_subst__(5, ()))
shown("prepare with one argument", lambda: Ts.__typing_prepare_subst__(5))
shown("not among the parameters", lambda: P.__typing_prepare_subst__(list[T], (int,)))
for variable in (T, P, Ts):
    for method in ("__mro_entries__",):
        shown("%r.%s" % (variable, method), lambda: getattr(variable, method)(()))
        shown("%r.%s()" % (variable, method), lambda: getattr(variable, method)())
    for name in ("__name__", "__module__", "__bound__", "__default__"):
        shown("%r.%s = 1" % (variable, name), lambda: setattr(variable, name, 1) if name == "__name__" else hasattr(variable, name))
type Simple = int
type Generic[X, *Ys, **Z] = tuple[X, *Ys]
shown("Simple[int]", lambda: Simple[int])
shown("Generic[int]", lambda: Generic[int, str, [bytes]])
shown("alias", lambda: TypeAliasType("A", int, type_params=5))
shown("alias", lambda: TypeAliasType("A", int)[int])
shown("alias", lambda: TypeAliasType("A", list[T], type_params=(T,))[int])
print(Simple.__value__, Generic.__type_params__, Generic.__parameters__, Simple.__type_params__)
