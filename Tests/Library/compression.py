# Modules zlib, gzip and zipfile.
import gzip
import io
import zipfile
import zlib

data = b"".join(b"line %d of some text\n" % (i * i % 97) for i in range(3000))
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"b", 5), zlib.adler32(b"", 7))
for level in (-1, 0, 1, 6, 9):
    packed = zlib.compress(data, level)
    print(level, len(packed), zlib.crc32(packed), zlib.decompress(packed) == data)
for bits in (-15, -9, 9, 15, 25, 31):
    maker = zlib.compressobj(6, zlib.DEFLATED, bits)
    packed = maker.compress(data[:1000]) + maker.flush(zlib.Z_SYNC_FLUSH) + maker.compress(data[1000:])
    copy = maker.copy()
    packed, other = packed + maker.flush(), packed + copy.flush()
    print(bits, len(packed), packed == other, zlib.decompress(packed, bits) == data)
    expander = zlib.decompressobj(bits)
    parts, rest = [], packed + b"rest"
    while not expander.eof:
        parts.append(expander.decompress(rest, 999))
        rest = expander.unconsumed_tail
    print(len(parts), b"".join(parts) == data, expander.unused_data, expander.unconsumed_tail, expander.flush())
words = zlib.compressobj(zdict=b"some text of line")
packed = words.compress(data) + words.flush()
print(len(packed), zlib.decompressobj(zdict=b"some text of line").decompress(packed) == data)
for call in (lambda: zlib.decompress(b"no such data"), lambda: zlib.decompress(zlib.compress(b"x" * 100)[:-4]), lambda: zlib.compress(b"", 20),
             lambda: zlib.decompress(packed), lambda: zlib.compressobj(wbits=99), lambda: zlib.compress("text")):
    try:
        print(call())
    except (TypeError, ValueError, zlib.error) as error:
        print(type(error).__name__, error)
packed = gzip.compress(data)
print(packed[:3], gzip.decompress(packed) == data, gzip.decompress(packed + packed) == data + data)
file = io.BytesIO()
with gzip.GzipFile("name", "wb", fileobj=file, mtime=1) as archive:
    archive.write(data)
with gzip.open(io.BytesIO(file.getvalue()), "rt") as archive:
    print(archive.readline(), len(archive.readlines()))
try:
    gzip.decompress(b"no gzip")
except OSError as error:
    print(type(error).__name__, error)
file = io.BytesIO()
with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a.txt", data)
    archive.writestr("folder/b.txt", b"short")
with zipfile.ZipFile(file) as archive:
    print(archive.namelist(), archive.testzip(), archive.read("a.txt") == data, archive.getinfo("a.txt").compress_size < len(data))
