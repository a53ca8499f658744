# io.BytesIO.getbuffer: views that see and change the contents, and forbid a change of size.
import io


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


b = io.BytesIO(b"abcdef")
view = b.getbuffer()
print(len(view), view.readonly, view.format, view.itemsize, view.ndim, bytes(view), view[0], view.tolist())
view[0] = 65
view[2:4] = b"XY"
print(b.getvalue(), b.tell(), bytes(view))
attempt(b.write, b"longer than before")
attempt(b.write, b"1")
attempt(b.write, b"")
attempt(b.truncate, 2)
attempt(b.truncate)
attempt(b.close)
print(b.read(2), b.seek(0), b.getvalue(), b.closed, bytes(view))
view.release()
attempt(lambda: view[0])
print(b.write(b"longer than before"), b.getvalue())

with b.getbuffer() as view:
    view[:6] = b"SHORT!"
    attempt(b.truncate, 0)
print(b.truncate(6), b.getvalue(), b.getbuffer().nbytes)

print("several")
one, two = b.getbuffer(), b.getbuffer()
one[0] = 0x73
print(bytes(two), one == two)
one.release()
attempt(b.write, b"?")
two.release()
attempt(b.write, b"?")
print(b.getvalue())

print("parts")
view = b.getbuffer()
part = view[1:4]
part[0] = 0x2D
print(b.getvalue(), bytes(part), bytes(part[::-1]), part.tobytes())
words = memoryview(bytearray(8))
print(words.nbytes, io.BytesIO(words).getvalue())
part.release()
view.release()
b.close()
attempt(b.getbuffer)
c = io.BytesIO(b"12345678")
with c.getbuffer() as view:
    shorts = view.cast("H")
    print(len(shorts), shorts.itemsize)
    shorts[0] = 0x4241
    shorts.release()
print(c.getvalue())
source = bytearray(b"source")
d = io.BytesIO(source)
source[0] = 0x53
print(d.getvalue(), source)
