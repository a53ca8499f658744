def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def fib_loop(n):
    a, b = 0, 1
    while n > 0:
        a, b = b, a + b
        n -= 1
    return a


for i in range(10):
    print(i, fib(i))
print(fib(16))
print(fib_loop(90), fib_loop(300))
