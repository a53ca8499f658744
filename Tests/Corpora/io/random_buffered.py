# Random calls of BytesIO, BufferedRandom and BufferedReader, with what the stream below sees: a checksum for each sequence of calls.
import io



class Rng:

    def __init__(s, seed):
        s.x = seed * 2654435761 % 2 ** 32

    def n(s, k):
        s.x = (s.x * 1103515245 + 12345) % 2 ** 31
        return (s.x >> 8) % k

    def pick(s, l):
        return l[s.n(len(l))]



class Memory(io.RawIOBase):

    def __init__(self, data=b'', chop=0):
        self.data = bytearray(data)
        self.at = 0
        self.log = []
        self.chop = chop

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        n = len(b)
        if self.chop:
            n = min(n, self.chop)
        p = self.data[self.at:self.at + n]
        b[:len(p)] = p
        self.log.append(('r', len(b), len(p)))
        self.at += len(p)
        return len(p)

    def write(self, d):
        n = len(d)
        if self.chop:
            n = min(n, self.chop)
        self.log.append(('w', bytes(d)))
        if self.at > len(self.data):
            self.data += bytes(self.at - len(self.data))
        self.data[self.at:self.at + n] = d[:n]
        self.at += n
        return n

    def seek(self, p, w=0):
        self.log.append(('s', p, w))
        t = p + (0, self.at, len(self.data))[w]
        if t < 0:
            raise OSError(22, 'bad')
        self.at = t
        return t

    def tell(self):
        self.log.append('t')
        return self.at

    def truncate(self, size=None):
        size = self.at if size is None else size
        self.log.append(('tr', size))
        if size < len(self.data):
            del self.data[size:]
        else:
            self.data += bytes(size - len(self.data))
        return size



def data(r, n):
    return bytes((r.pick(b'ab\n\r\xc3\xa9xyz\n') for _ in range(n)))



def text(r, n):
    return ''.join((r.pick('ab\n\réxyz日😀\r\n') for _ in range(n)))



def run(label, f, *a):
    try:
        v = f(*a)
    except Exception as e:
        v = (type(e).__name__, e.args)
    return v
sizes = [-1, 0, 1, 2, 3, 5, 8, 13, None, 100]



def bops(r, o, write=True):
    k = r.n(14)
    if k == 0:
        return ('read', o.read, (r.pick(sizes),))
    if k == 1:
        return ('readline', o.readline, (r.pick(sizes),))
    if k == 2:
        return ('read1', o.read1, (r.pick([-1, 0, 1, 3, 10]),))
    if k == 3:
        b = bytearray(r.n(12))
        return ('readinto', lambda: (o.readinto(b), b), ())
    if k == 4:
        b = bytearray(r.n(12))
        return ('readinto1', lambda: (o.readinto1(b), b), ())
    if k == 5:
        return ('seek', o.seek, (r.n(30),))
    if k == 6:
        return ('seek1', o.seek, (r.n(20) - 10, 1))
    if k == 7:
        return ('seek2', o.seek, (r.n(10) - 8, 2))
    if k == 8:
        return ('tell', o.tell, ())
    if k in (9, 10):
        return ('write', o.write, (data(r, r.n(14)),))
    if k == 11:
        return ('truncate', o.truncate, (r.pick([None, 0, 5, 20, 40]),))
    if k == 12:
        return ('flush', o.flush, ())
    if k == 13:
        return ('readlines', o.readlines, (r.pick([-1, 0, 4, None]),))


for seed in range(90):
    r = Rng(seed + 1)
    sum_ = 0
    kind = seed % 3
    if kind == 0:
        m = None
        o = io.BytesIO(data(r, r.n(30)))
    elif kind == 1:
        m = Memory(data(r, r.n(60)), r.pick([0, 0, 1, 3]))
        o = io.BufferedRandom(m, r.pick([1, 2, 4, 8, 64]))
    else:
        m = Memory(data(r, r.n(60)), r.pick([0, 0, 1, 3]))
        o = io.BufferedReader(m, r.pick([1, 2, 4, 8, 64]))
    for step in range(40):
        name, f, a = bops(r, o)
        v = run(name, f, *a)
        if name == 'seek1' and isinstance(v, int) and (v > 200):
            o.seek(0)
        for c in ascii((step, name, a, v, (bytes(m.data), m.at, m.log) if m else o.getvalue())):
            sum_ = (sum_ * 31 + ord(c)) % 1000003
        if m:
            m.log = []
    print(seed, type(o).__name__, sum_)
