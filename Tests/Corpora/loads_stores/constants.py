# Every kind of constant that a code object can hold.
def constants():
    yield None
    yield True
    yield False
    yield ...
    yield 0
    yield -1
    yield 255
    yield 2**31 - 1
    yield 2**31
    yield -2**31
    yield 2**48
    yield -2**48
    yield 2**62
    yield 2**63
    yield 2**64
    yield 123456789012345678901234567890
    yield -123456789012345678901234567890
    yield 0.0
    yield -0.0
    yield 1.5
    yield 1e100
    yield 1e-300
    yield 1e400
    yield 3j
    yield -0.0 + 2.5j
    yield ""
    yield "a"
    yield "identifier"
    yield "not an identifier"
    yield "é"
    yield "Ω≈"
    yield "😀 and more"
    yield "tab\tnewline\nnull\0quote'\"backslash\\"
    yield "\x7f\x80\xa0\xad"
    yield "\u2028\ud800"
    yield b""
    yield b"bytes\x00\xff'\""
    yield ()
    yield (1,)
    yield (1, (2, (3, ("four", 5.0, None, True, b"six"))))
    yield "x" * 20
    yield (1, 2) * 3


for constant in constants():
    print(type(constant).__name__, repr(constant).encode("ascii", "backslashreplace").decode())
print(1e400 == float("inf"), 0.0 == -0.0, str(-0.0))
print({1, 2, 3} == {3, 2, 1}, 5 in {1, 2, 3}, "a" in {"a", "b"})
print([1, 2, 3, 4], {"a": 1, "b": 2, "c": 3})
