# Orders in which sets and dicts iterate, and what decides them: table sizes, probes, deletions, the algorithms of set operations.
words = 'the quick brown fox jumps over the lazy dog and runs away from big bad wolf while singing songs of ice fire'.split()
s = set(words); print(s)
print(set('abcdefghijklmnopqrstuvwxyz'))
for w in words[:7]: s.discard(w)
print(s); print(s | set(words[:5])); print(s - set(words[8:12])); print(s & set(words)); print(s ^ set(words))
t = set()
for i in range(0, 2000, 7): t.add(i * i % 1013)
print(t)
for i in range(0, 500): t.discard(i)
print(t)
t.update(range(5)); print(t)
while len(t) > 60: print(t.pop())
print(t)
print(frozenset(words), frozenset([1,2,3]).__hash__(), frozenset(words).__hash__(), frozenset().__hash__())
print((1,2,3).__hash__(), ().__hash__(), ('a','b').__hash__(), 'hello'.__hash__(), b'hello'.__hash__(), ''.__hash__(), 'é'.__hash__(), '日本'.__hash__(), '😀'.__hash__())
print(set(words).intersection(words[3:9]), set(words).difference(words[3:9]), set(words).symmetric_difference(['a','b','dog']))
print({1.5, 2.5, -1, -2, True, 0, 7, 'x', (1,2), 3+4j})
a = {i for i in range(20)}; a -= {1,2,3}; a |= {100,200}; a &= set(range(0,300,2)); a ^= {5,6,7}; print(a)
b = a.copy(); b.clear(); print(b, a == b, a > b, a >= a, a < a, b <= a)
print(set([1,2]).issubset([1,2,3]), {1,2,3}.issuperset([1]), {1}.isdisjoint([2]))
print({1,2} == frozenset([1,2]), {frozenset([1])} == {frozenset([1])}, {1} in {frozenset([1])})
class B:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, B) and self.n == o.n
    def __repr__(self): return 'B' + str(self.n)
x = {B(i % 7) for i in range(30)}
print(x, len(x))
d = {B(i): i for i in range(10)}
del d[B(3)]; d[B(3)] = 'new'; print(d)
for k in [*d][::2]: del d[k]
print(d, len(d))
d = {}
for i in range(50): d[i] = i
for i in range(0, 50, 3): del d[i]
print(d); print(list(d.items())[:5], d.popitem(), d.popitem())
d.update(a=1, b=2); d.update({'z': 26}); print(d, {**{'q': 1}, **{'q': 2, 'r': 3}})
print(list(reversed(d))[:4], list(reversed(d.values()))[:3], list(reversed(d.items()))[:2])
print(d.keys() & {1,2,'a'}, sorted(d.keys() - set(range(45)), key=str), {'a':1}.items() & {('a',1)}, {'a':1}.keys() | {'b'}, {'a':1}.keys() ^ {'a','c'})
try:
    for k in d: d[k + 100 if isinstance(k, int) else k + 'x'] = 1
except RuntimeError as e: print(e)
try:
    for k in s: s.add('new')
except RuntimeError as e: print(e)
print(dict.fromkeys('abc', 0), dict([('a',1),['b',2]]), dict(zip('ab', (1,2))), dict({'x':1}, y=2))
d = {'a': 1}; print(d.setdefault('a', 5), d.setdefault('b', 6), d.get('zz'), d.get('zz', 9), d.pop('a'), d.pop('a', None), d)
class D(dict):
    def __missing__(self, k): return 'missing ' + k
dd = D(a=1); print(dd['a'], dd['b'], dd, D.fromkeys('xy'))
print({1: 'a', 1.0: 'b', True: 'c'}, {'a': {}}['a'], {}=={}, {1:2} != {1:3})
d = {}; d['self'] = d; print(d); l = [1]; l.append(l); print(l); t = ([],); t[0].append(t); print(t)
