# Texts at the edges of what is done in a quick way: numbers from text, codecs, translation, slices with steps, hexadecimal, stripping, joining.
def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


numbers = [
    "0", "-0", "+5", "007", "12345678901234", "-12345678901234", "123456789012345", "99999999999999", "281474976710655", "281474976710656", " 5", "5 ", "1_000", "_1", "1_",
    "", "-", "+", "--5", "5.", ".5", "-.5", "5.5", "1e5", "1E-5", ".", "-.", "1.2.3", "0.1", "123456789.123456", "0.000001", "1234567890.12345", "123456789012345.0", "9007199254740993",
    "0.30000000000000004", "1e400", "inf", "-nan", "0x10", "1,5", "\u0665", "5\u0660.5", "1\x00", "--1.5", "1.5-", "\xa05", "000000000000000000001", "0.1e1", "3.14159265358979", "-0.0"]
for text in numbers:
    for convert in (int, float):
        try:
            print(ascii(text), convert(text), end="; ")
        except ValueError as error:
            print(ascii(str(error)), end="; ")
    print()


class Text(str):
    pass


print(int(Text("5")), float(Text("1.5")), int(True), float(True), int(5.9), int(b"12"), float(b"1.5"), int(bytearray(b"7")), int("5", 10), int("ff", 16))

samples = ["", "a", "plain text", "\xe9", "\xff\x80", "na\xefve caf\xe9", "\u0100", "\u20ac 5", "\u4e2d\u6587", "a\U0001F600b", "\U0010ffff", "\x00\x7f", "\u07ff\u0800\uffff"]
grown = ""
for sample in samples:
    grown += sample
    for text in (sample, grown, grown[1:], sample * 3):
        data = text.encode()
        print(len(text), data if len(data) < 40 else len(data), data.decode() == text, text.encode("utf-8") == data, bytearray(data).decode("UTF-8") == text, end=" ")
    print()
for bad in (
    b"\xff", b"a\x80", b"\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x28\xa1", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xe0\x80\x80", b"ok \xe9",
    b"\xf0\x80\x80\x80", b"\xc2\x80\xc2",
):
    show(lambda: bad.decode())
    print(ascii(bad.decode("utf-8", "replace")), ascii(bad.decode("utf-8", "ignore")), ascii(bad.decode(errors="backslashreplace")))
show(lambda: "\ud800".encode())
show(lambda: "a\udfffb".encode("utf-8", "replace"))
show(lambda: "a\ud800".encode("utf-8", "surrogatepass"))
show(lambda: "x".encode("UTF8"))
show(lambda: "x".encode("u-t-f-8"))
show(lambda: "x".encode("nope"))
show(lambda: b"x".decode("utf-8", "nope"))

line = "The quick brown fox"
tables = [
    str.maketrans("abc", "xyz"), str.maketrans("abc", "xyz", "qu"), {ord("q"): "QQ"}, {ord("q"): None}, {ord("q"): "\u20ac"}, {ord("q"): 0x20AC}, {ord("q"): ""}, {"q": "x"}, {ord("q"): -1},
    {ord("q"): 0x110000}, {ord("q"): 1.5}, {ord("T"): ord("t"), ord("x"): "X"}, {}, list(range(128)), "x" * 128, {ord("q"): Text("k")}, {True: "x", 113: True}]
for table in tables:
    show(lambda: line.translate(table))
    show(lambda: "\xe9quip\xe9e \u20ac".translate(table))


class Table(dict):
    def __missing__(self, key):
        return chr(key).upper()


class Raising:
    def __getitem__(self, key):
        if key == 113:
            raise KeyError(key)
        raise LookupError if key % 2 else IndexError


show(lambda: line.translate(Table()))
show(lambda: line.translate(Raising()))
show(lambda: line.translate(5))
show(lambda: "".translate(5))
show(lambda: line.translate())

for text in ("abcdefgh", "\xe9a\xe8b\xe7c", "\u20aca\u4e2db", "ab", "a", "", "\U0001F600xyz", grown):
    print(ascii([text[::-1], text[::2], text[1::2], text[::-2], text[-2::-3], text[5:1:-1], text[::100], text[3:3:2]])[:300], [text[::2].isascii(), text[1::2].isascii(), hash(text[::-1]) == hash("".join(reversed(text)))])

for data in (b"", b"\x00", bytes(range(0, 256, 17)), bytearray(b"\xde\xad"), memoryview(b"\xbe\xef")):
    print(data.hex(), data.hex("-"), data.hex(":", 2), data.hex("_", -2), data.hex("x", 0))
for text in ("", "00", "dead BEEF", "de ad", "d e", "0", "0g", "g0", "00 ", " 00", "abc", "\xe9\xe9", "0\u0660", "AbCdEf", "00\n11"):
    show(lambda: bytes.fromhex(text))
    show(lambda: bytearray.fromhex(text))


class Bytes(bytes):
    pass


print(type(Bytes.fromhex("00")), b",".join([b"a", b"b"]), b"".join([b"x"]), b"-".join([]), b"-".join([bytearray(b"a"), b"b"]), bytearray(b"+").join([b"a", b"b"]), b"".join([Bytes(b"q")]))
show(lambda: b"".join([b"a", "b"]))
show(lambda: b"-".join([b"a", memoryview(b"mv"), b"c"]))
show(lambda: b"".join(5))
array = bytearray()
for i in range(300):
    array.append(i % 256)
print(len(array), array[-1], array[40:44])
show(lambda: array.append(256))
show(lambda: array.append("a"))

for text in ("  a b  ", "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f x \x1f", "", "   ", "\xa0x\x85", "x", "\u2003x\u3000", "xxaxx"):
    print(ascii([text.strip(), text.lstrip(), text.rstrip(), text.strip(None), text.strip("x"), text.strip("")]))
for text in ("a\nb\r\nc\rd", "\n", "", "a\x0bb\x0cc\x1cd\x1de\x1ef", "a\x1fb", "a\x85b\u2028c\u2029d", "\r\r\n\n", "x" * 5 + "\n" * 3):
    print(ascii(text.splitlines()), ascii(text.splitlines(True)))
for text in ("\xc9\xc8\xdf", "\u0391\u03a3 \u03a3\u0391\u03a3", "\u0130I\u0131", "\u01c4\u01c5\u01c6", "\ufb01\ufb02", "\u0410\u0411", "\U00010400", "\u1e9e", "\u0149"):
    print(ascii([text.lower(), text.upper(), text.title(), text.casefold(), text.swapcase(), text.capitalize()]))
