# removeprefix and removesuffix of str, bytes and bytearray.
# versions: 3.9-
class Text(str):
    pass


for t, pre, suf in (("prefix-body", "prefix-", "body"), ("body.txt", "x", ".txt"), ("aaa", "a", "aa"), ("", "a", ""), ("héé", "h", "é"), (Text("abc"), "a", "c")):
    print(repr(t.removeprefix(pre)), repr(t.removesuffix(suf)), type(t.removeprefix("zz")).__name__)
    data = t.encode()
    for kind in (bytes, bytearray):
        print(kind(data).removeprefix(pre.encode()), kind(data).removesuffix(bytearray(suf.encode())))
for action in (lambda: "a".removeprefix(5), lambda: "a".removesuffix(b"a"), lambda: b"a".removeprefix("a"), lambda: "a".removeprefix(), lambda: "a".removesuffix("a", "b")):
    try:
        print(action())
    except TypeError as error:
        print(error)
