# Lines of source in tracebacks, and the marks below them.
import sys
def chk(f):
    try: f()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
class A: pass
a = A(); b = [1,2]; d = {}; n = None
def f1(): return n + 1
def f2(): x = (1 + 2 +  n) * 3
def f3(): return b[10]
def f4(): return d ["é"] [1]
def f5(): a . foo
def f6(): a.foo.bar(1, 2)
def f7(): return n(1,
        2)
def f8():
    x = (b[1] +
         n  # comment
         + 3)
    return x
def f9(): raise ValueError("x")
def f10():
    return len(
       n
    )
def f11(): return   "日本語" + 1 # 日本
def f12(): x = "日本"; return x["日本"]
def f13(): return n. foo (1)
def f14():
    y = [
        1,
        2,
        n.x,
        4,
    ]
def f15():
    z = A(1, 2,
      3, 4,
      5,
      6,
      7)
def f16(): return (n)  //  (1)
def f17(): return f"{n + 1}"
def f18(): return [i for i in n]
def f19(): return [n[i] for i in b]
def f20(): assert n, "no"
def f21():
    with n: pass
def f22(): import nope
def f23(): from sys import nope
def f24(): del b["x"]
def f25(): b[1] = n[2]
def f26(): b["x"] = 1
def f27(): n.x = 1
def f28(): x, y, z = b
def f29(): return not_defined
def f30(): return -n
def f31(): return n < 1
def f32(): return 1 if n.x else 2
def f33(): return (lambda: n[0])()
def f34(): return b[0](1)(2)
def f35():
    return a.b.c(
        1)(
        2)
def f36(): return b[0][1][2] + 3
def f37(): return n**2
def f38(): return n @  2
def f39(): return (1 +
   2) + n
def f40(): return b[ "x" : 3 ] 
def f41(): return b . append ( 1 , 2 )
def f42(): x = n ; return x  [ 1 ]
def f43(): x = A (1)
def f44(): return A (1)
def f45(): y = x = A(1)
def f46(): A(1)
def f47():
	return n + 1
def f48(): return n + \
   1
def f49(): return b[
     5
     ]
def f50(): b["a"
 ] += 1
def f51():
    class C(n): pass
def f52():
    @n
    def g(): pass
def f53():
    for i in n:
        pass
def f54(): return d["a"]["b"]["c"]
def f55(): return (((n)) + ((1)))
def f56(): return "%d" % "x"
def f57(): return n(*b, **d)
def f58(): raise KeyError from ValueError("y")
def f59(): return (yield_ := n + 1)
def f60(): return {**n}
def f61(): return [*n]
def f62(): print(n + 1, end="")
def f63(): return {n + 1: 2}
def f64(): return "a" "b" + n
def f65(): return n[1:2, ..., None]
def f66(): return "\n" + n
def f67(): return n is None and n + 1
def f68(): x = [n + 1,
  2]
def f69():
    return (1 ,
     n + 1 ,
     3)
def f70():
    return n(
      1)[
      2]
for k, v in list(globals().items()):
    if k[0] == 'f' and k[1:].isdigit(): print(k, file=sys.stderr); chk(v)
