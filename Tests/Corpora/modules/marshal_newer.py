# versions: 3.13-
"""marshal: code objects may be refused."""
import marshal

def show(label, function, *arguments, **keywords):
    try:
        print(label, "->", repr(function(*arguments, **keywords)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


code = show.__code__
data = marshal.dumps(code)
show("dumps", marshal.dumps, code, allow_code=False)
show("dumps", marshal.dumps, [1, (code,)], allow_code=False)
show("loads", marshal.loads, data, allow_code=False)
show("loads", lambda: marshal.loads(data, allow_code=True) == code)
show("dumps", marshal.dumps, [1], 2, allow_code=False)
show("slice", lambda: marshal.loads(marshal.dumps(slice(1, (2,), None))) == slice(1, (2,), None))
show("slice", marshal.dumps, slice(1), 4)
print(marshal.version)
