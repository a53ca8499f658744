"""Constants of every type that marshal stores."""
small = (0, 1, -1, 255, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, -2**63 - 1, 10**40, 0x123456789ABCDEF0123)
floats = (0.0, -0.0, 1.5, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308, 1e400, -1e400, 0.1)
complexes = (1j, -2j, 1.5e300j, 3.0e-7j)
strings = ("", "plain", "it's", 'say "hi"', "both ' and \"", "tab\tnl\nret\r\0\x7f\\", "caf\xe9", "\xad\u200b\u2028", "\u4e2d\u6587",
           "\U0001f600", "\ud800", "a\udfff", "\U000e0001", "x" * 300)
raw = (b"", b"plain", b"it's", b'\x00\xff"\'\n')
nested = ((), (1,), ((1, 2), ("a", (None, True, False, ...))))


def membership(x):
    return (x in {"alpha", "beta", "gamma", "delta", "caf\xe9", "\u4e2d", "\U0001f600", ""},
            x in {1, 2.5, 3j, b"bytes", None, (1, "two"), 10**30, -1, -2, 1e300, 0.1},
            x in {3, 1, 4, 15, 92, 65, 35, 89, 79, 32, 38, 46, 26, 43, 383, 279, 50, 28, 841, 971},
            x in {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"})


def folded(x):
    return x in {-1, -2, 0.5, -0.5, 1e17, 2**61 - 1, 2**61, -2**61, 1 + 2j, 1.5 - 0.5j, (), ((),), (b"", "", 0), "s" * 20}
