# Random calls of TextIOWrapper and StringIO, with what the stream below sees: a checksum for each sequence of calls.
import io



class Rng:

    def __init__(s, seed):
        s.x = seed * 2654435761 % 2 ** 32

    def n(s, k):
        s.x = (s.x * 1103515245 + 12345) % 2 ** 31
        return (s.x >> 8) % k

    def pick(s, l):
        return l[s.n(len(l))]



class LB(io.BytesIO):
    log = ()

    def write(self, d):
        self.log += (('w', bytes(d)),)
        return super().write(d)

    def read(self, n=-1):
        self.log += (('r', n),)
        return super().read(n)

    def read1(self, n=-1):
        self.log += (('r1', n),)
        return super().read1(n)

    def seek(self, *a):
        self.log += (('s',) + a,)
        return super().seek(*a)

    def flush(self):
        self.log += ('f',)
        return super().flush()



def text(r, n):
    return ''.join((r.pick('ab\n\réxyz日😀\r\n') for _ in range(n)))



def run(f, *a):
    try:
        v = f(*a)
    except Exception as e:
        v = (type(e).__name__, ascii(e.args))
    return ascii(v)
sizes = [-1, 0, 1, 2, 3, 5, 8, 13, None, 100]



def ops(r, o, places):
    k = r.n(13)
    if k in (0, 1):
        return ('read', o.read, (r.pick(sizes),))
    if k in (2, 3):
        return ('readline', o.readline, (r.pick([-1, 0, 1, 3, 10]),))
    if k == 4:
        return ('list', list, (o,))
    if k == 5:
        return ('tell', o.tell, ())
    if k == 6:
        return ('seek', o.seek, (r.pick(places),))
    if k == 7:
        return ('seek2', o.seek, (0, 2))
    if k == 8:
        return ('write', o.write, (text(r, r.n(9)),))
    if k == 9:
        return ('flush', o.flush, ())
    if k == 10:
        return ('truncate', o.truncate, (r.pick([None, 30]),))
    if k == 11:
        return ('newlines', lambda: o.newlines, ())
    if k == 12:
        return ('seek1', o.seek, (0, 1))


for seed in range(120):
    r = Rng(seed + 1)
    sum_ = 0
    nl = r.pick([None, None, '', '\n', '\r', '\r\n'])
    if seed % 4 == 3:
        b = None
        o = io.StringIO(text(r, r.n(40)), nl)
    else:
        enc = r.pick(['utf-8', 'utf-8', 'utf-16', 'utf-16-le', 'utf-32', 'latin-1', 'utf-8-sig'])
        b = LB(text(r, r.n(40)).encode(enc, 'replace'))
        o = io.TextIOWrapper(b, enc, r.pick(['strict', 'replace', 'ignore']), nl, line_buffering=r.n(4) == 0, write_through=r.n(4) == 0)
        o._CHUNK_SIZE = r.pick([1, 2, 3, 4, 7, 20, 8192])
    places = [0]
    for step in range(40):
        name, f, a = ops(r, o, places)
        v = run(f, *a)
        if name == 'tell' and v.isdigit():
            places.append(int(v))
        if name == 'list':
            a = ()
        for c in ascii((step, name, a, v, (b.getvalue(), b.tell(), b.log) if b else o.getvalue())):
            sum_ = (sum_ * 31 + ord(c)) % 1000003
        if b:
            b.log = ()
    print(seed, type(o).__name__, getattr(o, 'encoding', None), sum_)
