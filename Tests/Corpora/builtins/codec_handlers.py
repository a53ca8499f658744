"""Error handlers that decoding does not know what to do with."""


def show(label, function, *arguments, **keywords):
    try:
        print(label, ascii(function(*arguments, **keywords)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))

DAMAGED = {
    "ascii": b"a\x80b", "utf-8": b"a\xffb\xe2\x82", "utf-16-le": b"a\x00\x00\xd8b", "utf-32": b"\xff\xfe\x00\x00a\x00\x00\x11"}
for encoding in sorted(DAMAGED):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
        if encoding in ("utf-16-le",) and errors == "xmlcharrefreplace":
            continue
        show("%s %s" % (encoding, errors), DAMAGED[encoding].decode, encoding, errors)
for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-32-be"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"):
        for text in ("a\xe9", "\u20ac", "\ud800x", "\udc80", "\U0001f600"):
            show("%s %s %a" % (encoding, errors, text), text.encode, encoding, errors)
