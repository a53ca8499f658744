# Sorting, slices, unpacking and the iterators of builtin sequences.
class RandomSource:
    seed = 12345
    def randrange(self, n):
        self.seed = (self.seed * 1103515245 + 12345) % 2**31
        return self.seed // 7 % n
    def random(self): return self.randrange(10**6) / 10**6
random = RandomSource()
def check(l, **k):
    a = l[:]
    try: a.sort(**k)
    except Exception as e: print(type(e).__name__, e); return
    print(a)
check([3,1,2]); check([]); check([1]); check(list('hello world')); check([3.5, 1, 2.25]); check([(2,'b'),(1,'z'),(2,'a')])
check([1,'a']); check([5,3,9], reverse=True); check(['bb','a','ccc'], key=len); check(['bb','a','ccc','dd'], key=len, reverse=True)
lst = [random.randrange(1000) for _ in range(500)]; check(lst); check(lst, key=lambda x: x % 10); check(lst, key=lambda x: -x); check(lst, reverse=True, key=lambda x: x//100)
lst = list(range(300)) + list(range(300, 0, -1)) + [5]*50 + list(range(100)); check(lst)
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return str(self.n)
check([K(random.randrange(50)) for _ in range(200)])
big=[random.random() for _ in range(3000)]; b2=big[:]; b2.sort(); print([i for i in range(2999) if b2[i]>b2[i+1]], b2[0], b2[-1])
m=[5,4,3,2,1]
def bad(x):
    m.append(1); return x
try: m.sort(key=bad)
except ValueError as e: print(e, m)
def boom(x):
    if x == 3: raise KeyError('boom')
    return x
m=[5,4,3,2,1]
try: m.sort(key=boom)
except KeyError as e: print(repr(e), m)
a = list(range(10))
a[2:5] = 'xy'; print(a); a[::2] = range(5) if len(a[::2]) == 5 else a[::2]; print(a); del a[1:7:2]; print(a); a[:0] = [9,9]; print(a); a[5:] = []; print(a)
a *= 3; print(a); a += (1,2); print(a); a.insert(-1, 'i'); a.insert(100, 'e'); a.insert(-100, 's'); print(a, a.index(9), a.count(9)); a.reverse(); print(a); print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(9); print(a, a.copy() == a, a < [1], [1,2] < [1,3], [1] < [1,0], (1,2) == (1,2), [1,2] + [3], 2 * [0], [[]] * 2)
print(a[-1], a[-3:], a[5:1:-1], a[100:], a[::-2], (1,2,3)[::-1], 'hello'[::-1], 'hello'[-3:-1], 'hello'[1:100], b'hello'[1:3], b'hello'[0])
print((1,2)+(3,), (1,)*3, (1,2,3).index(2), (1,2,1).count(1), tuple('ab'), tuple([1]), (), (1,(2,)))
class L(list): pass
x = L([1,2]); x.foo = 5; print(x, x.foo, type(x + [1]), x == [1,2], type(x[:]), L() == [])
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
x = T(1,2,3); x.bar = 1; print(x, x.bar, type(x), x[1], type(x[:2]), x == (1,2,3))
class S(str): pass
x = S('abc'); x.q = 2; print(x, x.q, type(x.upper()), x == 'abc', {x: 1}['abc'], type(str(x)), x + 'd', S('a') in ['a'])
print(range(10), range(1,10,3)[1], list(range(10,0,-3)), range(5)[1:3], range(10)[::-2], len(range(0,100,7)), 5 in range(10), 5.0 in range(10), 11 in range(10), range(3)==range(0,3,1), list(reversed(range(5))), range(10).index(3), range(0,10,2).count(4), range(10**20, 10**20+5)[2], list(range(10**20, 10**20+3)), range(1).__hash__() == range(0,1).__hash__())
print(slice(1,2), slice(None,None,-1).indices(5), slice(1,10,2).indices(6), slice(-3,None).indices(10), slice(1,2) == slice(1,2))
print(list(enumerate('ab', 5)), list(zip('abc', range(2))), list(map(lambda a,b: a+b, [1,2,3],[4,5])), list(filter(None, [0,1,'',2])), list(filter(lambda x: x>1, range(4))), list(reversed([1,2,3])), list(reversed('abc')), list(map(str, range(3))))
i = iter([1,2,3]); print(next(i), list(i), list(i)); print(iter('ab').__length_hint__(), iter(range(5)).__reduce__()[1:], iter([1,2]).__reduce__()[1:])
a, *b, c = range(6); print(a,b,c); (x, y), z = (1,2),3; print(x,y,z); *a, = 'xyz'; print(a)
def tryit(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def u1(): a, b = 1
def u2(): a, b = [1]
def u3(): a, b = [1,2,3]
def u4(): a, *b, c = [1]
def u5(): a, b = iter([1,2,3])
def u6(): return [*1]
def u7(): return {**1}
def u8(): print(*1)
def u9(): print(**1)
def f(a): pass
def u10(): f(a=1, **{'a':2})
def u11(): return {*1}
def u12(): f(**{1:2})
def u13(): return [1,2][1.0]
def u14(): return {}[1]
def u15(): return 1[2]
def u16(): 1[2] = 3
def u17(): del 1[2]
def u18(): return 1 in 2
def u19():
    for x in 5: pass
def u20(): del [1][5]
def u21(): a = (1,); a[0] = 2
def u22(): a = 'x'; a[0] = 'y'
def u23(): a = (1,); del a[0]
def u24(): return int[3]
def u26(): return len(5)
def u27(): return {[]: 1}
def u28(): return {1, []}
for g in (u1,u2,u3,u4,u5,u6,u7,u8,u9,u10,u11,u12,u13,u14,u15,u16,u17,u18,u19,u20,u21,u22,u23,u24,u26,u27,u28): tryit(g)
