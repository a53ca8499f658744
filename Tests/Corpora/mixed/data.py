# Numbers, texts and containers that go between a module and a program.
# module-versions: data_module all
import data_module as m

print(m.CONSTANTS, [c == d for c, d in zip(m.CONSTANTS, (1, -1, 10**30, 1.5, 1e300, 2j, "text", "é€😀", b"bytes", (1, (2, (3,))), None, True, ..., frozenset({1})))])
print(m.primes(50), m.words("a b a c b a"), m.matrix([[1, 2], [3, 4]], [[0, 1], [1, 0]]), m.pick(key="a"), m.text(42))
table = {c: type(c).__name__ for c in m.CONSTANTS}
print(table["text"], table[1.0], table[(1, (2, (3,)))], len(table))
print("te" + "xt" is not None, m.CONSTANTS[6] in {"text": 1}, m.CONSTANTS[2] + 1, m.CONSTANTS[7][::-1])
