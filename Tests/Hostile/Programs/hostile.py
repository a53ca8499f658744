"""Programs that nobody wants: each must end by a limit or by an exception, never by a signal.

The argument names one of PROGRAMS; without one, their names are printed. What they do is spread over loops in bytecode, loops in native code,
allocations, recursion, numbers, texts, formats, sorting, iterators, classes and finalizers.
"""
import collections
import functools
import heapq
import itertools
import math
import operator
import random
import sys
import time

BIG = 10 ** 12
PROGRAMS = {}


def program(function):
    PROGRAMS[function.__name__] = function
    return function


def each(prefix, **functions):
    for name, function in functions.items():
        PROGRAMS[prefix + "_" + name] = function


def forever():
    while True:
        yield 0


class Endless:
    """An iterable and a sequence without an end."""

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __getitem__(self, index):
        return index

    def __len__(self):
        return sys.maxsize


class Liar:
    """Says that it is as long as can be."""

    def __init__(self, hint):
        self.hint = hint

    def __len__(self):
        return self.hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter(range(3))

    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index


# ---- Loops in bytecode

@program
def loop_while():
    while True:
        pass


@program
def loop_for():
    for _ in forever():
        pass


@program
def loop_except():
    while True:
        try:
            1 / 0
        except ZeroDivisionError:
            pass


@program
def loop_swallow():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


@program
def loop_finally():
    while True:
        try:
            while True:
                pass
        finally:
            continue


@program
def loop_with():
    class Swallow:
        def __enter__(self): pass

        def __exit__(self, *error): return True

    while True:
        with Swallow():
            while True:
                pass


@program
def loop_generator():
    def swallow():
        while True:
            try:
                yield
            except BaseException:
                pass

    for _ in swallow():
        pass


@program
def loop_calls():
    def nothing(): pass
    while True:
        nothing()


@program
def loop_mutual():
    def ping(): return pong

    def pong(): return ping

    f = ping
    while True:
        f = f()


@program
def loop_close():
    def stubborn():
        try:
            yield
        finally:
            while True:
                pass

    g = stubborn()
    next(g)
    g.close()


@program
def loop_while_else():
    n = 0
    while n < BIG:
        n += 1
    else:
        return n


@program
def loop_comprehension():
    [0 for _ in range(BIG) if False]


@program
def loop_send():
    def echo():
        x = None
        while True:
            x = yield x

    g = echo()
    next(g)
    while True:
        g.send(1)


@program
def loop_coroutine():
    async def nothing(): pass

    while True:
        try:
            nothing().send(None)
        except StopIteration:
            pass


@program
def loop_async_for():
    class Stream:
        def __aiter__(self): return self

        async def __anext__(self): return 1

    async def main():
        async for _ in Stream():
            pass

    main().send(None)


@program
def loop_yield_from():
    def outer():
        yield from forever()

    for _ in outer():
        pass


@program
def loop_global_store():
    global counter
    counter = 0
    while True:
        counter += 1


@program
def loop_import():
    while True:
        import math  # noqa


@program
def loop_excepthook():
    def hook(*arguments):
        while True:
            pass

    sys.excepthook = hook
    raise ValueError


@program
def loop_exit():
    import atexit
    atexit.register(loop_while)


@program
def loop_systemexit():
    while True:
        try:
            sys.exit()
        except SystemExit:
            pass


@program
def loop_recursion_error():
    def deep():
        deep()

    while True:
        try:
            deep()
        except RecursionError:
            pass


@program
def loop_memory_error():
    while True:
        try:
            "a" * BIG
        except MemoryError:
            pass


@program
def loop_memory_error_small():
    hoard = []
    while True:
        try:
            while True:
                hoard.append([0] * 100)
        except MemoryError:
            pass


# ---- Loops in native code over iterators without an end

each(
    "iterate", list=lambda: list(forever()), tuple=lambda: tuple(forever()), set=lambda: set(Endless()), dict=lambda: dict(zip(Endless(), Endless())),
    sum=lambda: sum(forever()), sum_float=lambda: sum(iter(lambda: 0.5, None)), any=lambda: any(forever()), all=lambda: all(itertools.repeat(1)),
    max=lambda: max(forever()), min=lambda: min(itertools.repeat(1)), sorted=lambda: sorted(forever()), join=lambda: "".join(itertools.repeat("a")),
    bytes_join=lambda: b"".join(itertools.repeat(b"")), contains=lambda: 5 in forever(), contains_repeat=lambda: 5 in itertools.repeat(1),
    not_in=lambda: 5 not in itertools.count(6), unpack=lambda: [*forever()], unpack_call=lambda: print(*forever()), star=lambda: (lambda *a: a)(*forever()),
    extend=lambda: [].extend(forever()), update=lambda: set().update(forever()), dict_update=lambda: {}.update(zip(itertools.count(), forever())),
    fromkeys=lambda: dict.fromkeys(itertools.count()), fromkeys_same=lambda: dict.fromkeys(forever()), map=lambda: list(map(str, forever())),
    filter=lambda: list(filter(None, itertools.repeat(0))), filter_next=lambda: next(filter(None, itertools.repeat(0))),
    zip=lambda: list(zip(forever(), forever())), enumerate=lambda: list(enumerate(forever())), count=lambda: list(itertools.count()),
    cycle=lambda: list(itertools.cycle([1])), deque=lambda: collections.deque(itertools.repeat(1)),
    deque_bounded=lambda: collections.deque(itertools.repeat(1), maxlen=0), counter=lambda: collections.Counter(itertools.repeat(1)),
    reduce=lambda: functools.reduce(lambda a, b: a, itertools.repeat(1)), reduce_native=lambda: functools.reduce(operator.add, itertools.repeat(1)),
    bytes=lambda: bytes(itertools.repeat(1)), bytearray=lambda: bytearray(itertools.repeat(1)), frozenset=lambda: frozenset(itertools.repeat(1)),
    dropwhile=lambda: next(itertools.dropwhile(bool, itertools.repeat(1))), filterfalse=lambda: next(itertools.filterfalse(bool, itertools.repeat(1))),
    compress=lambda: next(itertools.compress(itertools.repeat(1), itertools.repeat(0))), islice=lambda: next(itertools.islice(itertools.repeat(1), BIG, None)),
    islice_step=lambda: list(itertools.islice(itertools.repeat(1), 0, BIG, 10 ** 9)), chain=lambda: list(itertools.chain.from_iterable(itertools.repeat([]))),
    groupby=lambda: list(itertools.groupby(itertools.repeat(1))), accumulate=lambda: list(itertools.accumulate(itertools.repeat(1))),
    tee=lambda: list(itertools.tee(itertools.repeat(1))[0]), product=lambda: list(itertools.product(range(100), repeat=10)),
    permutations=lambda: list(itertools.permutations(range(20))), combinations=lambda: list(itertools.combinations(range(60), 30)),
    starmap=lambda: list(itertools.starmap(int, itertools.repeat(()))), zip_longest=lambda: list(itertools.zip_longest(forever(), [])),
    fsum=lambda: math.fsum(itertools.repeat(0.5)), prod=lambda: math.prod(itertools.repeat(1)), prod_growing=lambda: math.prod(itertools.repeat(3)),
    index_of=lambda: operator.indexOf(itertools.repeat(1), 2), count_of=lambda: operator.countOf(itertools.repeat(1), 2),
    issuperset=lambda: {1}.issuperset(itertools.repeat(1)), intersection=lambda: {1}.intersection(itertools.repeat(2)),
    difference=lambda: {1}.difference(itertools.repeat(2)), isdisjoint=lambda: {1}.isdisjoint(itertools.repeat(2)),
    sequence=lambda: list(Endless().__class__.__getitem__.__get__(Endless()) and Endless()), slice_assign=lambda: [].__setitem__(slice(0, 0), forever()),
    heap_merge=lambda: list(heapq.merge(itertools.count(), itertools.count())), nlargest=lambda: heapq.nlargest(3, itertools.repeat(1)),
    iter_sentinel=lambda: list(iter(lambda: 0, 1)), writelines=lambda: sys.stdout.writelines(itertools.repeat("")),
    range_big=lambda: list(range(BIG)), range_sum=lambda: sum(range(10 ** 15)), range_contains=lambda: 0.5 in range(10 ** 15),
    range_index=lambda: range(10 ** 15).index(0.5), range_count=lambda: range(10 ** 15).count(0.5), range_set=lambda: set(range(BIG)),
    reversed_range=lambda: list(reversed(range(BIG))), max_range=lambda: max(range(10 ** 15)), deque_extend=lambda: collections.deque().extend(forever()),
    random_choices=lambda: random.choices([1], k=BIG), random_sample=lambda: random.sample(range(10 ** 15), BIG))


# ---- Allocation

each(
    "allocate", str=lambda: "a" * BIG, str_wide=lambda: "\U0001f600" * BIG, bytes=lambda: b"a" * BIG, bytearray=lambda: bytearray(BIG), list=lambda: [0] * BIG,
    tuple=lambda: (0,) * BIG, bytes_count=lambda: bytes(BIG), bytes_most=lambda: bytes(sys.maxsize), str_most=lambda: "ab" * sys.maxsize,
    list_most=lambda: [1, 2] * sys.maxsize, ljust=lambda: "a".ljust(BIG), center=lambda: "a".center(BIG), zfill=lambda: "a".zfill(BIG),
    expandtabs=lambda: "\t".expandtabs(BIG), expandtabs_many=lambda: ("\t" * 100000).expandtabs(10 ** 9), bytes_ljust=lambda: b"a".ljust(BIG),
    replace=lambda: ("a" * 10 ** 6).replace("a", "b" * 10 ** 6), replace_empty=lambda: ("a" * 10 ** 6).replace("", "b" * 10 ** 6),
    bytes_replace=lambda: (b"a" * 10 ** 6).replace(b"a", b"b" * 10 ** 6), join=lambda: ("a" * 10 ** 6).join(["b"] * 10 ** 6),
    bytes_join=lambda: (b"a" * 10 ** 6).join([b"b"] * 10 ** 6), translate=lambda: ("a" * 10 ** 6).translate({97: "b" * 10 ** 6}),
    split=lambda: [("a " * 10 ** 6).split() for _ in range(1000)], shift=lambda: 1 << BIG, shift_most=lambda: 1 << sys.maxsize,
    shift_more=lambda: 1 << (1 << 70), to_bytes=lambda: (1).to_bytes(BIG, "big"), deque=lambda: collections.deque([0]) * BIG,
    deque_most=lambda: collections.deque([0, 1]) * sys.maxsize, list_inplace=lambda: operator.imul([0], BIG), hint=lambda: list(Liar(sys.maxsize)),
    hint_extend=lambda: [].extend(Liar(sys.maxsize)), slices=lambda: [0] * 10 ** 6 * 10 ** 6, format=lambda: format("a", "1000000000000"),
    sieve=lambda: bytearray(10 ** 11), memory_cast=lambda: memoryview(bytearray(BIG)), str_decode=lambda: bytes(BIG).decode(), array_of_lists=lambda: [[0] * 1000 for _ in range(10 ** 9)],
    comb=lambda: math.comb(10 ** 9, 5 * 10 ** 8), perm=lambda: math.perm(10 ** 9, 5 * 10 ** 8), factorial=lambda: math.factorial(10 ** 9))


@program
def allocate_dict():
    return {n: [n] for n in range(10 ** 9)}


@program
def allocate_doubling():
    text = "a"
    while True:
        text += text


@program
def allocate_doubling_list():
    items = [0]
    while True:
        items += items


@program
def allocate_nested():
    items = []
    while True:
        items = [items, items]


@program
def allocate_closures():
    f = None

    def make(f):
        return lambda: f

    while True:
        f = make(f)


@program
def allocate_classes():
    classes = []
    while True:
        classes.append(type("C", (), {}))


@program
def allocate_attributes():
    class C: pass

    c = C()
    n = 0
    while True:
        setattr(c, "name%d" % n, n)
        n += 1


@program
def allocate_intern():
    n = 0
    while True:
        sys.intern("name%d" % n * 10)
        n += 1


@program
def allocate_generators():
    g = iter(())
    while True:
        g = (x for x in g)


@program
def allocate_exceptions():
    error = None
    while True:
        try:
            raise ValueError from error
        except ValueError as e:
            error = e


@program
def allocate_frames():
    def grow(depth):
        locals_ = [0] * 10000
        return grow(depth + 1), locals_

    sys.setrecursionlimit(10 ** 9)
    grow(0)


@program
def allocate_weak():
    import weakref

    class C: pass

    c = C()
    references = []
    while True:
        references.append(weakref.ref(c, print))


@program
def allocate_finalizers():
    class C:
        def __del__(self):
            hoard.append(self)

    hoard = []
    while True:
        C()


@program
def finalizers_print_at_end():
    class C:
        def __del__(self):
            print("finalized")

    global kept_to_the_end
    kept_to_the_end = [C() for _ in range(300000)]


@program
def allocate_string_builder():
    parts = []
    while True:
        parts.append("part %d" % len(parts))


# ---- Recursion

@program
def recurse_function():
    recurse_function()


@program
def recurse_unlimited():
    sys.setrecursionlimit(2 ** 31 - 1)
    recurse_function()


def nested(make, depth=10 ** 6):
    value = make(0)
    for _ in range(depth):
        value = make(value)
    return value


each(
    "recurse", repr_list=lambda: repr(nested(lambda v: [v])), repr_tuple=lambda: repr(nested(lambda v: (v,))), repr_dict=lambda: repr(nested(lambda v: {0: v})),
    str_list=lambda: str(nested(lambda v: [v])), compare_list=lambda: nested(lambda v: [v]) == nested(lambda v: [v]),
    compare_tuple=lambda: nested(lambda v: (v,)) < nested(lambda v: (v,)), compare_dict=lambda: nested(lambda v: {0: v}) == nested(lambda v: {0: v}),
    hash_tuple=lambda: hash(nested(lambda v: (v,))), hash_frozenset=lambda: hash(nested(lambda v: frozenset([v]))),
    copy=lambda: __import__("copy").deepcopy(nested(lambda v: [v])), isinstance=lambda: isinstance(0, nested(lambda v: (v,))),
    issubclass=lambda: issubclass(int, nested(lambda v: (v,))), except_tuple=lambda: exec_except(nested(lambda v: (v,))),
    partial=lambda: nested(lambda v: functools.partial(v or int))(), chain=lambda: next(nested(lambda v: itertools.chain(v or ()))),
    map=lambda: next(nested(lambda v: map(int, v or ()))), iter=lambda: next(nested(lambda v: iter(v or ()))),
    method=lambda: nested(lambda v: [v]).__repr__(), format=lambda: "{0!r}".format(nested(lambda v: [v])), percent=lambda: "%r" % (nested(lambda v: [v]),),
    join_repr=lambda: ascii(nested(lambda v: [v])), counter=lambda: repr(nested(lambda v: collections.deque([v]))),
    generator=lambda: next(nested(lambda v: (x for x in v or ()))), sort_key=lambda: sorted([nested(lambda v: [v]), nested(lambda v: [v])]),
    generic=lambda: repr(nested(lambda v: slice(v))), exception=lambda: repr(nested(lambda v: ValueError(v))), property=lambda: repr(nested(lambda v: {"a": (v,)})))


def exec_except(classes):
    try:
        raise ValueError
    except classes:
        pass


@program
def recurse_getattr():
    class C:
        def __getattr__(self, name): return getattr(self, name + "x")

    C().x


@program
def recurse_getattribute():
    class C:
        def __getattribute__(self, name): return self.x

    C().x


@program
def recurse_repr():
    class C:
        def __repr__(self): return repr(self)

    repr(C())


@program
def recurse_eq():
    class C:
        def __eq__(self, other): return other == self

    C() == C()


@program
def recurse_hash():
    class C:
        def __hash__(self): return hash(self)

    {C(): 0}


@program
def recurse_add():
    class C:
        def __add__(self, other): return self + other

    C() + C()


@program
def recurse_call():
    class C: pass

    C.__call__ = C()
    C()()


@program
def recurse_bool():
    class C:
        def __len__(self): return bool(self)

    bool(C())


@program
def recurse_iter():
    class C:
        def __iter__(self): return iter(self)

    list(C())


@program
def recurse_setattr():
    class C:
        def __setattr__(self, name, value): setattr(self, name, value)

    C().x = 1


@program
def recurse_index():
    class C:
        def __index__(self): return operator.index(self)

    [0][C()]


@program
def recurse_new():
    class C:
        def __new__(cls): return cls()

    C()


@program
def recurse_metaclass():
    class M(type):
        def __call__(cls): return cls()

    M("C", (), {})()


@program
def recurse_contains():
    class C:
        def __contains__(self, item): return item in self

    1 in C()


@program
def recurse_traceback():
    def deep(n):
        try:
            deep(n + 1)
        except RecursionError as error:
            raise ValueError from error

    deep(0)


@program
def recurse_sort():
    class C:
        def __lt__(self, other): return sorted([self, other])

    sorted([C(), C()])


@program
def recurse_cause():
    error = ValueError()
    for _ in range(100000):
        outer = ValueError()
        outer.__cause__ = error
        error = outer
    raise error


@program
def recurse_dict_key():
    class C:
        def __hash__(self): return 1

        def __eq__(self, other): return {self: 1}[other]

    {C(): 1}[C()]


@program
def recurse_format():
    class C:
        def __format__(self, spec): return format(self, spec)

    "{}".format(C())


@program
def recurse_lru_cache():
    @functools.lru_cache(None)
    def deep(n): return deep(n + 1)

    deep(0)


@program
def recurse_finalizer():
    class C:
        def __del__(self): C()

    C()


# ---- Numbers

each(
    "number", power=lambda: 10 ** 10 ** 9, power_negative=lambda: (-3) ** 10 ** 10, power_of_power=lambda: 9 ** 9 ** 9, power_mod=lambda: pow(3, 10 ** 100000, 10 ** 100000 + 1),
    multiply=lambda: functools.reduce(operator.mul, itertools.repeat(10 ** 10000, 10 ** 9)), square=lambda: square_forever(), divide=lambda: divide_forever(),
    str=lambda: unlimited(lambda: str(1 << 10 ** 8)), int=lambda: unlimited(lambda: int("9" * 10 ** 8)), digits=lambda: str(10 ** 5000), int_digits=lambda: int("9" * 5000),
    format=lambda: unlimited(lambda: format(1 << 10 ** 8, ",")), hex=lambda: [hex(1 << 10 ** 8) for _ in range(10 ** 6)], factorial=lambda: math.factorial(10 ** 7),
    comb=lambda: math.comb(10 ** 7, 5 * 10 ** 6), isqrt=lambda: [math.isqrt(1 << 10 ** 8) for _ in range(1000)], gcd=lambda: [math.gcd(3 ** 10 ** 6, 7 ** 10 ** 6) for _ in range(1000)],
    lcm=lambda: fold_lcm(), perm=lambda: math.perm(10 ** 7), bit_count=lambda: [bin(1 << 10 ** 8) for _ in range(1000)], hash=lambda: [hash(1 << 10 ** 8) for _ in range(10 ** 6)],
    from_bytes=lambda: [int.from_bytes(bytes(10 ** 8), "big") for _ in range(1000)], float_int=lambda: int(1e308) ** 10 ** 6, round=lambda: round(10 ** 10 ** 6, -10 ** 9),
    round_most=lambda: round(5, -sys.maxsize), fibonacci=lambda: fibonacci(), modular_inverse=lambda: [pow(3 ** 10 ** 5, -1, 10 ** 10 ** 5 + 1) for _ in range(1000)],
    random_bits=lambda: random.getrandbits(BIG), random_below=lambda: [random.randrange(10 ** 10 ** 6) for _ in range(10 ** 6)], shift_right=lambda: [(1 << 10 ** 8) >> 1 for _ in range(10 ** 6)])


def unlimited(body):
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    return body()


def square_forever():
    n = 3
    while True:
        n *= n


def divide_forever():
    n = 7 ** 10 ** 6
    while True:
        n // (3 ** 10 ** 5)


def fold_lcm():
    n = 1
    for i in itertools.count(1):
        n = n * i // math.gcd(n, i)


def fibonacci():
    a, b = 0, 1
    while True:
        a, b = b, a + b


# ---- Texts and formats

A = "a" * 10 ** 6

each(
    "text", find=lambda: [("a" * 10 ** 7 + "b").find("a" * 5000 + "c") for _ in range(10 ** 6)], count=lambda: [A.count("a" * 1000 + "b") for _ in range(10 ** 6)],
    split=lambda: [A.split("a") for _ in range(10 ** 6)], rsplit=lambda: [A.rsplit("a") for _ in range(10 ** 6)], upper=lambda: [A.upper() for _ in range(10 ** 6)],
    replace=lambda: [A.replace("a", "b") for _ in range(10 ** 6)], translate=lambda: [A.translate({97: "b"}) for _ in range(10 ** 6)],
    casefold=lambda: ("\u0149" * 10 ** 8).casefold(), encode=lambda: [A.encode("utf-16") for _ in range(10 ** 6)], repr=lambda: repr("\x00" * 10 ** 9),
    ascii=lambda: ascii("\U0001f600" * 10 ** 8), repr_list=lambda: repr([A] * 10 ** 6), repr_bytes=lambda: repr(b"\0" * 10 ** 9), join=lambda: A.join([A] * 10 ** 6),
    escape=lambda: ("\u1234" * 10 ** 8).encode("unicode_escape"), xmlcharref=lambda: ("\u1234" * 10 ** 8).encode("ascii", "xmlcharrefreplace"),
    compare=lambda: [A == A[:-1] + "b" for _ in range(10 ** 7)], hash=lambda: [hash(A[:-1] + str(n)) for n in range(10 ** 8)], splitlines=lambda: [("\n" * 10 ** 6).splitlines() for _ in range(10 ** 6)],
    slice=lambda: [A[::-1] for _ in range(10 ** 7)], title=lambda: [A.title() for _ in range(10 ** 6)], strip=lambda: [(" " * 10 ** 7).strip() for _ in range(10 ** 6)],
    int_of_text=lambda: int(" " * 10 ** 9 + "1"), float_of_text=lambda: [float("1" * 10 ** 6) for _ in range(10 ** 6)], partition=lambda: [A.partition("b") for _ in range(10 ** 7)])

each(
    "format", width=lambda: format(1, "999999999999"), width_most=lambda: format(1, "9223372036854775807"), width_more=lambda: format(1, "99999999999999999999"),
    precision=lambda: format(1.5, ".1000000000f"), precision_more=lambda: format(1.5, ".99999999999f"), percent_width=lambda: "%999999999999d" % 1,
    percent_star=lambda: "%*d" % (BIG, 1), percent_precision=lambda: "%.999999999f" % 1.5, percent_int_precision=lambda: "%.999999999999d" % 1,
    percent_string=lambda: "%.999999999999s" % "a", percent_more=lambda: "%99999999999999999999d" % 1, method_width=lambda: "{:999999999999}".format("a"),
    nested=lambda: "{:{}}".format("a", BIG), field_nested=lambda: "{:{:{}}}".format(1, 2, 3), field_deep=lambda: ("{:" * 10000).format(1), fields=lambda: ("{0}" * 10 ** 6).format("a" * 10 ** 6),
    index_more=lambda: "{99999999999999999999}".format(1), attribute_chain=lambda: ("{0" + ".real" * 10 ** 7 + "}").format(1), item_chain=lambda: ("{0" + "[0]" * 10 ** 7 + "}").format([0]),
    grouping=lambda: format(10 ** 4000, "9999999999,d"), bytes_percent=lambda: b"%999999999999d" % 1, zero=lambda: "{:0999999999999}".format(1.5),
    exponent=lambda: format(1e308, ".999999999e"), general=lambda: format(1e-300, "#.999999999g"), complex=lambda: format(1j, "999999999999"), float_repeat=lambda: [format(1e300, ".10000f") for _ in range(10 ** 7)],
    mapping=lambda: "{a}".format_map(Endless()), strftime=lambda: time.strftime("%Y" * 10 ** 7))


# ---- Searches that compare again and again, and loops over bytes and other containers

REPEATED = "a" * 10 ** 4 + "b" + "a" * 10 ** 4
WIDE = "\u0100" * 10 ** 6

each(
    "search", rfind=lambda: [("a" * 10 ** 7).rfind(REPEATED) for _ in range(10 ** 6)], rindex=lambda: [("ab" * 10 ** 6).rindex("b" + "ab" * 10 ** 5 + "a") for _ in range(10 ** 6)],
    rsplit=lambda: [("a" * 10 ** 7).rsplit(REPEATED) for _ in range(10 ** 6)], rpartition=lambda: [("a" * 10 ** 7).rpartition(REPEATED) for _ in range(10 ** 6)],
    bytes_rfind=lambda: [(b"a" * 10 ** 7).rfind(REPEATED.encode()) for _ in range(10 ** 6)], wide_rfind=lambda: [WIDE.rfind("\u0100" * 1000 + "\u0101" + "\u0100" * 1000) for _ in range(10 ** 6)],
    wide_between=lambda: [WIDE.find("\u0001" * 10 ** 5) for _ in range(10 ** 6)], wide_find=lambda: [WIDE.find("\u0100" * 10 ** 4 + "\u0101") for _ in range(10 ** 6)],
    dense=lambda: [("ab" * 10 ** 6).find("ab" * 10 ** 4 + "aa") for _ in range(10 ** 6)], sparse=lambda: [(("a" + "b" * 20) * 10 ** 5).find(("a" + "b" * 20) * 10 ** 4 + "c") for _ in range(10 ** 6)],
    count=lambda: [A.count("aa") for _ in range(10 ** 7)], contains=lambda: [REPEATED in A for _ in range(10 ** 7)], replace=lambda: [A.replace("aa", "a") for _ in range(10 ** 7)],
    endswith=lambda: [A.endswith(("b",) * 10 ** 6) for _ in range(10 ** 6)], strip=lambda: [A.strip("abcdefgh" * 1000) for _ in range(10 ** 6)], lstrip=lambda: [("a" * 10 ** 6).lstrip("\u0100" * 10 ** 5 + "a") for _ in range(10 ** 6)],
    splitlines=lambda: ("\r\n" * 10 ** 7).splitlines(), casefold=lambda: [("\u00df" * 10 ** 6).casefold() for _ in range(10 ** 6)], swapcase=lambda: [("\u0391" * 10 ** 6).swapcase() for _ in range(10 ** 6)],
    capitalize=lambda: [("\u03a3" * 10 ** 6).capitalize() for _ in range(10 ** 6)], sigma=lambda: ("a" + "'\u03a3" * 10 ** 6).lower(), isidentifier=lambda: [A.isidentifier() for _ in range(10 ** 7)],
    maketrans=lambda: [str.maketrans("a" * 10 ** 6, "b" * 10 ** 6) for _ in range(10 ** 6)], translate=lambda: ("\u0100" * 10 ** 7).translate({256: "x" * 100}), affix=lambda: [A.removeprefix(A) for _ in range(10 ** 8)])

each(
    "bytes", expandtabs=lambda: (b"\t" * 10 ** 5).expandtabs(10 ** 9), translate=lambda: [(b"a" * 10 ** 7).translate(None, b"b") for _ in range(10 ** 6)], of_range=lambda: bytes(itertools.cycle(range(256))),
    hex=lambda: [bytes(10 ** 7).hex(":", 1) for _ in range(10 ** 6)], fromhex=lambda: [bytes.fromhex("00 " * 10 ** 6) for _ in range(10 ** 6)], split=lambda: [(b"a " * 10 ** 6).split() for _ in range(10 ** 6)],
    title=lambda: [(b"ab " * 10 ** 6).title() for _ in range(10 ** 6)], repr=lambda: repr(bytes(10 ** 7)), decode_escape=lambda: (b"\xff" * 10 ** 7).decode("utf-8", "backslashreplace"),
    decode_replace=lambda: [(b"\xff" * 10 ** 7).decode("ascii", "replace") for _ in range(10 ** 6)], decode_wide=lambda: [bytes(10 ** 7).decode("utf-16") for _ in range(10 ** 6)],
    decode_surrogates=lambda: (b"\xff" * 10 ** 7).decode("utf-8", "surrogateescape"), encode_backslash=lambda: ("\u1234" * 10 ** 7).encode("ascii", "backslashreplace"),
    encode_replace=lambda: ("\u1234" * 10 ** 7).encode("latin-1", "replace"), encode_ignore=lambda: [("\u1234" * 10 ** 6).encode("ascii", "ignore") for _ in range(10 ** 6)],
    encode_surrogates=lambda: ("\ud800" * 10 ** 7).encode("utf-8", "xmlcharrefreplace"), encode_escape=lambda: ("\udcff" * 10 ** 7).encode("utf-8", "surrogateescape"),
    encode_wide=lambda: ("\U0001f600" * 10 ** 7).encode("utf-32"), encode_wide_errors=lambda: ("\ud800" * 10 ** 7).encode("utf-16", "backslashreplace"), percent=lambda: b"%s" * 10 ** 6 % ((bytes(1000),) * 10 ** 6),
    insert=lambda: insert_bytes(), extend=lambda: bytearray().extend(itertools.cycle(b"ab")), join=lambda: bytes(100).join([bytes(10)] * 10 ** 6), reverse=lambda: [bytearray(10 ** 7).reverse() for _ in range(10 ** 6)],
    slice_assign=lambda: bytearray().__setitem__(slice(0, 0), itertools.cycle(b"ab")), replace=lambda: [(b"a" * 10 ** 6).replace(b"a", b"bc") for _ in range(10 ** 6)], strip=lambda: [(b"a" * 10 ** 7).strip(b"ab") for _ in range(10 ** 6)],
    to_int=lambda: [int.from_bytes(b"\xff" * 10 ** 7, "little", signed=True) for _ in range(10 ** 6)], of_int=lambda: [((1 << 10 ** 8) - 1).to_bytes(13 * 10 ** 6, "big") for _ in range(10 ** 6)])


def insert_bytes():
    items = bytearray()
    while True:
        items.insert(0, 1)


def module(name):
    return __import__(name)


each(
    "pack", struct=lambda: module("struct").pack("10000000h", *[0] * 10 ** 7), struct_unpack=lambda: [module("struct").unpack("5000000h", bytes(10 ** 7)) for _ in range(10 ** 6)],
    struct_count=lambda: module("struct").calcsize("1b" * 10 ** 6), struct_most=lambda: module("struct").pack("999999999999x"), struct_iterate=lambda: list(module("struct").iter_unpack("b", bytes(10 ** 7))),
    array=lambda: module("array").array("i", itertools.repeat(1)), array_times=lambda: module("array").array("i", [1]) * 10 ** 12, array_list=lambda: [module("array").array("b", bytes(10 ** 7)).tolist() for _ in range(10 ** 6)],
    array_count=lambda: [module("array").array("d", bytes(8 * 10 ** 6)).count(1) for _ in range(10 ** 6)], array_repr=lambda: repr(module("array").array("b", bytes(10 ** 7))), array_swap=lambda: [module("array").array("h", bytes(10 ** 7)).byteswap() for _ in range(10 ** 6)],
    array_equal=lambda: [module("array").array("b", bytes(10 ** 7)) == module("array").array("h", bytes(2 * 10 ** 7)) for _ in range(10 ** 6)], marshal=lambda: [module("marshal").dumps(list(range(10 ** 6))) for _ in range(10 ** 6)],
    marshal_deep=lambda: module("marshal").dumps(nested(lambda v: [v])), marshal_shared=lambda: module("marshal").dumps([bytes(10 ** 6)] * 10 ** 4, 0), marshal_read=lambda: [module("marshal").loads(b"[" + (10 ** 6).to_bytes(4, "little") + b"N" * 10 ** 6) for _ in range(10 ** 6)],
    marshal_count=lambda: module("marshal").loads(b"[\xff\xff\xff\x7f"), base64=lambda: [module("binascii").b2a_base64(bytes(10 ** 7)) for _ in range(10 ** 6)], unhex=lambda: [module("binascii").unhexlify(b"00" * 10 ** 7) for _ in range(10 ** 6)],
    quoted=lambda: module("binascii").b2a_qp(b"\xff" * 10 ** 7), checksum=lambda: [module("binascii").crc32(bytes(10 ** 7)) for _ in range(10 ** 6)], checksum_short=lambda: [module("binascii").crc_hqx(bytes(10 ** 7), 0) for _ in range(10 ** 6)])

each(
    "container", repr_ints=lambda: repr(list(range(10 ** 6)) * 100), repr_dict=lambda: repr(dict.fromkeys(range(10 ** 6), "a" * 1000)), repr_set=lambda: [repr(set(range(10 ** 6))) for _ in range(10 ** 6)],
    repr_shared=lambda: repr(shared_tree()), hash_shared=lambda: hash(shared_tree()), compare_shared=lambda: shared_tree() == shared_tree(), isinstance_shared=lambda: isinstance(0, shared_tree()),
    issubclass_shared=lambda: issubclass(int, shared_tree()), except_shared=lambda: exec_except(shared_tree()), deepcopy_shared=lambda: module("copy").deepcopy(shared_tree()), marshal_shared=lambda: module("marshal").dumps(shared_tree(), 0),
    contains_shared=lambda: shared_tree() in [shared_tree()], union_shared=lambda: module("functools").reduce(operator.or_, [list[shared_tree()]] * 10), format_shared=lambda: "%s" % (shared_tree(),), slice_shared=lambda: slice(shared_tree()) == slice(shared_tree()),
    lists_shared=lambda: shared_pair() == shared_pair(), dicts_shared=lambda: shared_dicts() == shared_dicts(), partial_shared=lambda: repr(functools.partial(int, shared_tree())), copy_shared=lambda: module("copy").deepcopy(shared_lists()),
    deque_rotate=lambda: [collections.deque(range(10 ** 6)).rotate(5 * 10 ** 5) for _ in range(10 ** 6)], deque_index=lambda: collections.deque([0] * 10 ** 6).index(1), deque_count=lambda: [collections.deque([0] * 10 ** 6).count(1) for _ in range(10 ** 6)],
    deque_remove=lambda: [collections.deque([0] * 10 ** 6).remove(1) for _ in range(10 ** 6)], deque_insert=lambda: deque_insert(), deque_middle=lambda: deque_middle(), list_sort=lambda: [list(range(10 ** 6, 0, -1)).sort(reverse=True) for _ in range(10 ** 6)],
    sort_text=lambda: [sorted(map(str, range(10 ** 6))) for _ in range(10 ** 6)], sort_tuples=lambda: [sorted((n % 7, str(n)) for n in range(10 ** 6)) for _ in range(10 ** 6)], sort_keys=lambda: [sorted(range(10 ** 6), key=str) for _ in range(10 ** 6)],
    set_union=lambda: [set(range(10 ** 6)) | set(range(10 ** 6, 2 * 10 ** 6)) for _ in range(10 ** 6)], set_toggle=lambda: [set(range(10 ** 6)) ^ set(range(10 ** 5, 10 ** 6)) for _ in range(10 ** 6)], set_colliding=lambda: colliding_sets(),
    dict_colliding=lambda: colliding_dicts(), dict_equal=lambda: [dict.fromkeys(range(10 ** 6)) == dict.fromkeys(range(10 ** 6)) for _ in range(10 ** 6)], dict_items=lambda: [dict.fromkeys(range(10 ** 6)).items() & dict.fromkeys(range(10 ** 6)).items() for _ in range(10 ** 6)],
    tuple_add=lambda: add_tuples(), tuple_times=lambda: ((1,) * 10 ** 6) * 10 ** 6, slice_step=lambda: [[0] * 10 ** 7][0][::-2], slice_delete=lambda: delete_slices(), product=lambda: list(itertools.product(*[range(2)] * 100000)),
    combinations=lambda: list(itertools.combinations_with_replacement(range(10 ** 6), 10 ** 5)), permutations=lambda: next(itertools.permutations(range(10 ** 7))), tee=lambda: itertools.tee(itertools.repeat(1), 10 ** 9), batched=lambda: next(itertools.batched(itertools.repeat(1), 10 ** 12)),
    pairwise=lambda: collections.deque(itertools.pairwise(itertools.repeat(1)), 0), heapify=lambda: [heapq.heapify(list(range(10 ** 6, 0, -1))) for _ in range(10 ** 6)], nsmallest=lambda: heapq.nsmallest(10 ** 6, itertools.repeat(1)),
    memory_list=lambda: [memoryview(bytes(10 ** 7)).tolist() for _ in range(10 ** 6)], memory_equal=lambda: [memoryview(bytes(10 ** 7)) == memoryview(bytes(10 ** 7)).cast("h") for _ in range(10 ** 6)], memory_hex=lambda: [memoryview(bytes(10 ** 7)).hex(" ") for _ in range(10 ** 6)],
    memory_steps=lambda: [memoryview(bytes(10 ** 7))[::2].tobytes() for _ in range(10 ** 6)], strptime=lambda: time.strptime("1" * 10 ** 5, "%d%m" * 10 ** 4), strings=lambda: module("io").StringIO("a\n" * 10 ** 7).readlines(), stream=lambda: module("io").BytesIO(b"a\n" * 10 ** 7).readlines(),
    counter=lambda: collections.Counter(A * 50).elements().__next__(), counter_add=lambda: [collections.Counter(range(10 ** 6)) + collections.Counter(range(10 ** 6)) for _ in range(10 ** 6)], fsum=lambda: math.fsum(range(10 ** 9)), sumprod=lambda: math.sumprod(range(10 ** 9), range(10 ** 9)),
    dist=lambda: math.dist(range(10 ** 7), range(10 ** 7)), shuffle=lambda: random.shuffle(list(range(10 ** 7))), randbytes=lambda: random.randbytes(10 ** 11), seed=lambda: [random.seed(A) for _ in range(10 ** 7)])


def shared_tree():
    value = ()
    for _ in range(60):
        value = (value, value)
    return value


def shared_pair():
    value = []
    for _ in range(60):
        value = [value, value]
    return value


def shared_dicts():
    value = {}
    for _ in range(60):
        value = {0: value, 1: value}
    return value


def shared_lists():
    value = []
    for _ in range(10 ** 5):
        value = [value]
    return value


def deque_insert():
    items = collections.deque(range(10 ** 6))
    while True:
        items.insert(5 * 10 ** 5, 0)


def deque_middle():
    items = collections.deque(range(10 ** 6))
    while True:
        items[5 * 10 ** 5]


def colliding_sets():
    a = {n * (2 ** 61 - 1) for n in range(1, 3000)}
    b = {-n * (2 ** 61 - 1) for n in range(1, 3000)}
    while True:
        a & b, a | b, a - b, a ^ b, a == b


def colliding_dicts():
    a = {n * (2 ** 61 - 1): 0 for n in range(1, 3000)}
    b = {-n * (2 ** 61 - 1): 0 for n in range(1, 3000)}
    while True:
        a | b, a == b, a.keys() & b.keys(), dict(a)


def add_tuples():
    items = ()
    while True:
        items += (0,) * 1000


def delete_slices():
    items = [0] * 10 ** 6
    while True:
        del items[::100]
        items.extend([0] * 10 ** 4)


# ---- Sorting, dicts and sets with hostile members

class Collide:
    def __init__(self, n): self.n = n

    def __hash__(self): return 1

    def __eq__(self, other): return self.n == other.n


class Never:
    def __lt__(self, other):
        while True:
            pass


each(
    "order", sort_keys=lambda: sorted(range(10 ** 7), key=lambda n: "a" * 10 ** 6 + str(n)), sort_lists=lambda: [sorted([[0] * 10 ** 6 for _ in range(100)]) for _ in range(10 ** 6)],
    sort_never=lambda: sorted([Never(), Never()]), sort_range=lambda: sorted(range(10 ** 9)), sort_strings=lambda: [sorted([A[:-1] + str(n) for n in range(50)]) for _ in range(10 ** 6)],
    sort_again=lambda: [sorted(random.random() for _ in range(10 ** 6)) for _ in range(10 ** 6)], collide_dict=lambda: {Collide(n): n for n in range(10 ** 6)},
    collide_set=lambda: {Collide(n) for n in range(10 ** 6)}, collide_ints=lambda: {n * (2 ** 61 - 1): 0 for n in range(1, 10 ** 7)},
    heap=lambda: heapq.heapify([Never(), Never()]), max=lambda: max(Never(), Never()), list_index=lambda: [[0] * 10 ** 7 + [1]][0].index(2), list_count=lambda: [([0] * 10 ** 7).count(1) for _ in range(10 ** 6)],
    list_remove=lambda: remove_all(), list_insert=lambda: insert_all(), reverse=lambda: [([0] * 10 ** 7).reverse() for _ in range(10 ** 6)], equality=lambda: [[0] * 10 ** 7 == [0] * 10 ** 7 for _ in range(10 ** 6)],
    set_algebra=lambda: [set(range(10 ** 6)) & set(range(10 ** 6)) for _ in range(10 ** 6)], mutating_sort=lambda: mutate(), dict_merge=lambda: [{**dict.fromkeys(range(10 ** 6))} for _ in range(10 ** 6)])


def remove_all():
    items = list(range(10 ** 6))
    while items:
        del items[0]
        items.append(0)


def insert_all():
    items = []
    while True:
        items.insert(0, 0)


def mutate():
    items = list(range(1000))

    def key(n):
        items.append(n)
        return n

    while True:
        try:
            items.sort(key=key)
        except ValueError:
            pass


# ---- Classes, finalizers, hooks, waiting

@program
def hook_finalizer():
    class C:
        def __del__(self):
            while True:
                pass

    C()
    import gc
    gc.collect()
    [C() for _ in range(100)]


@program
def hook_weak():
    import gc
    import weakref

    class C: pass

    def callback(reference):
        while True:
            pass

    reference = weakref.ref(C(), callback)
    gc.collect()
    return reference


@program
def hook_unraisable():
    import gc

    class C:
        def __del__(self): raise ValueError

    def hook(arguments):
        while True:
            pass

    sys.unraisablehook = hook
    C()
    gc.collect()


@program
def hook_str_of_exception():
    class E(Exception):
        def __str__(self):
            while True:
                pass

    raise E


@program
def hook_stderr():
    class Stream:
        def write(self, text):
            while True:
                pass

        def flush(self): pass

    sys.stderr = Stream()
    raise ValueError


@program
def hook_stdout_flush():
    class Stream:
        def write(self, text): pass

        def flush(self):
            while True:
                pass

    sys.stdout = Stream()


@program
def hook_mro():
    bases = (object,)
    for _ in range(10 ** 6):
        bases = (type("C", bases, {}),)


@program
def hook_subclass_check():
    class M(type):
        def __instancecheck__(cls, instance):
            while True:
                pass

    isinstance(0, M("C", (), {}))


@program
def wait_sleep():
    time.sleep(10 ** 6)


@program
def wait_sleep_again():
    while True:
        try:
            time.sleep(10 ** 6)
        except BaseException:
            pass


# MARK: Sources

N = 10 ** 6


def nested(open, inside, close, depth=90):
    return open * depth + inside + close * depth


def blocks(head, body, depth=90):
    return "".join(" " * i + head + "\n" for i in range(depth)) + " " * depth + body + "\n"


def finals(depth):
    """Each `finally` block is compiled twice, and so is what is in it."""
    lines = []
    for i in range(depth):
        lines += [" " * i + "try: pass", " " * i + "finally:"]
    return "\n".join(lines) + "\n" + " " * depth + "x\n"


SOURCES = {
    "lines": lambda: "a\n" * (2 * N),
    "blank_lines": lambda: "\n" * (4 * N),
    "comments": lambda: "#\n" * (2 * N),
    "one_line": lambda: "a;" * N,
    "assignments": lambda: "a = " * N + "1",
    "names": lambda: "".join("a%d = 1\n" % i for i in range(N // 4)),
    "long_name": lambda: "a" * (4 * N) + " = 1",
    "unicode_names": lambda: "ª\n" * N,
    "digits": lambda: "a = " + "1" * N,
    "float_digits": lambda: "a = 1." + "1" * N,
    "hex_digits": lambda: "a = 0x" + "f" * N,
    "long_string": lambda: "a = '" + "x" * (4 * N) + "'",
    "escapes": lambda: "a = '" + "\\x41" * N + "'",
    "wrong_escapes": lambda: "a = '\\d'\n" * (N // 4),
    "named_escapes": lambda: "a = '" + "\\N{DIGIT ONE}" * (N // 10) + "'",
    "strings": lambda: "a = (" + "'x' " * N + ")",
    "fields": lambda: "a = f'" + "{b}" * N + "'",
    "field_names": lambda: "a = f'" + "".join("{b%d!r:>{c}}" % i for i in range(N // 8)) + "'",
    "nested_fields": lambda: "a = " + nested("f'{", "1", "}'", 5),
    "list": lambda: "a = [" + "1," * N + "]",
    "list_of_names": lambda: "a = [" + "b," * N + "]",
    "set": lambda: "a in {" + "".join("%d," % i for i in range(N // 4)) + "}",
    "dict": lambda: "a = {" + "b: 1," * N + "}",
    "tuple_of_tuples": lambda: "a = (" + "(1, 2)," * (N // 2) + ")",
    "arguments": lambda: "a(" + "b," * N + ")",
    "keywords": lambda: "a(" + "".join("b%d=1," % i for i in range(N // 8)) + ")",
    "parameters": lambda: "def f(" + "".join("b%d," % i for i in range(N // 8)) + "): pass",
    "imports": lambda: "import " + ", ".join("a%d" % i for i in range(N // 8)),
    "globals": lambda: "def f():\n global " + ", ".join("a%d" % i for i in range(N // 8)),
    "functions": lambda: "def f(): return 1\n" * (N // 8),
    "classes": lambda: "class A: x = 1\n" * (N // 8),
    "comprehensions": lambda: "[a for a in b]\n" * (N // 8),
    "decorators": lambda: "@a\n" * N + "def f(): pass\n",
    "conditions": lambda: "if a: pass\n" + "elif b: pass\n" * (N // 4),
    "handlers": lambda: "try: pass\n" + "except a: pass\n" * (N // 8),
    "cases": lambda: "match a:\n" + " case 1: pass\n" * (N // 8),
    "alternatives": lambda: "match a:\n case " + "1 | " * N + "2: pass\n",
    "sums": lambda: "a" + " + a" * N,
    "sum_of_numbers": lambda: "1" + " + 1" * N,
    "powers": lambda: "a" + " ** a" * N,
    "comparisons": lambda: "a" + " < a" * N,
    "conjunctions": lambda: "a" + " and a" * N,
    "alternations": lambda: "a" + " and a or b" * (N // 2),
    "choices": lambda: "a if b else " * N + "c",
    "negations": lambda: "not " * N + "a",
    "signs": lambda: "-" * N + "a",
    "lambdas": lambda: "lambda: " * N + "a",
    "attributes": lambda: "a" + ".b" * N,
    "calls": lambda: "a" + "()" * N,
    "subscripts": lambda: "a" + "[0]" * N,
    "stars": lambda: "[" + "*a," * N + "]",
    "walrus": lambda: nested("(a := ", "1", ")", 190),
    "parentheses": lambda: nested("(", "1", ")", N),
    "parentheses_that_fit": lambda: nested("(", "1", ")", 190) + "\n" * 10 + "a b",
    "brackets": lambda: nested("[", "1", "]", 190),
    "calls_in_calls": lambda: nested("a(", "1", ")", 190),
    "mistake_in_calls": lambda: nested("a(", "1 2", ")", 190),
    "mistake_in_dicts": lambda: nested("{1: ", "1 2", "}", 190),
    "mistake_in_lambdas": lambda: nested("(lambda x=", "1 2", ": 3)", 190),
    "mistake_in_choices": lambda: nested("(a if ", "1 2", " else 3)", 190),
    "mistake_in_subscripts": lambda: nested("a[", "1 2", ":1]", 190),
    "mistake_in_comprehensions": lambda: nested("[a for a in ", "1 2", "]", 90),
    "mistake_in_arguments": lambda: "a(" + "b=c, " * (N // 8) + "1 2)",
    "mistake_at_the_end": lambda: "a = [1, 2]\n" * (N // 4) + "a b\n",
    "never_closed": lambda: "a = [\n" + "(1,\n" * 190,
    "unmatched": lambda: "(" * 190 + "]",
    "with_in_parentheses": lambda: "with " + nested("(", "a", ")", 190) + ": pass",
    "with_that_is_none": lambda: "with " + nested("(", "a as b", ", )", 190) + ": pass",
    "match_that_is_none": lambda: "match " + nested("(", "a", ")", 190) + "\n",
    "patterns": lambda: "match a:\n case " + nested("[", "b", "]", 190) + ": pass\n",
    "soft_keywords": lambda: "match match, case: match\n" * (N // 8),
    "loops": lambda: blocks("for a in b:", "pass", 19),
    "ifs": lambda: blocks("if a:", "pass"),
    "functions_in_functions": lambda: blocks("def f():", "pass"),
    "classes_in_classes": lambda: blocks("class A:", "pass"),
    "nonlocals": lambda: "def f():\n x = 1\n" + "".join(" " * (i + 1) + "def f():\n" for i in range(80)) + " " * 90 + "nonlocal x\n",
    "finals": lambda: finals(18),
    "more_finals": lambda: finals(90),
    "indentation": lambda: blocks("if a:", "pass", 2000),
    "continuations": lambda: "a = 1 + \\\n" * N + "1",
    "tabs": lambda: "\t" * (4 * N) + "a",
    "form_feeds": lambda: "\f" * (4 * N) + "a",
    "cookie": lambda: b"# coding: " + b"x" * (4 * N) + b"\na = 1\n",
    "latin": lambda: b"# coding: latin-1\n" + b"a = '\xe9'\n" * (N // 2),
    "null_bytes": lambda: b"a" * N + b"\0",
    "not_utf8": lambda: b"a = '\xff'\n" * (N // 2),
    "annotations": lambda: "def f():\n" + " a: b\n" * (N // 4),
    "type_parameters": lambda: "def f[" + "".join("T%d," % i for i in range(N // 8)) + "](): pass",
    "constants": lambda: "a = " + "(1 << 100) ** 2 ** 2 * " * (N // 16) + "1",
    "folded_texts": lambda: "a = " + "'x' * 4096 * 1 + " * (N // 16) + "''",
    "return_chain": lambda: "def f():\n" + " if a: return 1\n" * (N // 8),
    "jumps": lambda: "while a:\n" + " if b: continue\n if c: break\n" * (N // 16),
}


def compiling(make, mode, part):
    def run():
        text = make()
        if part:
            # What a limit on memory lets through.
            text = text[: len(text) // 16] if part == "begin" else text
        compile(text, "source", mode)

    return run


for name, make in SOURCES.items():
    PROGRAMS["compile_" + name] = compiling(make, "exec", "")
    PROGRAMS["compile_part_of_" + name] = compiling(make, "exec", "begin")


@program
def compile_in_a_loop():
    while True:
        compile("a = 1\n" * 100, "source", "exec")


@program
def eval_in_a_loop():
    while True:
        eval("1 + 1")


@program
def exec_of_itself():
    text = "exec(text, {'text': text, 'exec': exec})"
    exec(text, {"text": text, "exec": exec})


@program
def compile_in_threads():
    import _thread

    for _ in range(4):
        _thread.start_new_thread(lambda: [compile(nested("(", "1", ")", 190) + "\n", "source", "exec") for _ in range(N)], ())
    while True:
        compile("-" * 1400 + "1", "source", "eval")


@program
def compile_deep_in_recursion():
    def deeper(n):
        try:
            return deeper(n + 1)
        except RecursionError:
            return eval("-" * 1400 + "1") + len(str(eval(nested("[", "1", "]", 190))))

    sys.setrecursionlimit(10 ** 6)
    sorted([1, 2], key=deeper)


@program
def traceback_of_long_line():
    try:
        exec(compile("a = 1 +" + " " * 100000 + "b", "source", "exec"))
    finally:
        pass


if __name__ == "__main__":
    if len(sys.argv) < 2:
        print("\n".join(PROGRAMS))
    else:
        PROGRAMS[sys.argv[1]]()
