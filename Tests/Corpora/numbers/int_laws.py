"""Laws of int arithmetic over reproducible numbers of many sizes, and one hash over all results."""
# Deterministic numbers without the random module.
state = 12345
def rnd(bits):
    global state
    r = 0
    n = 0
    while n < bits:
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        r = (r << 32) | (state >> 32)
        n += 32
    return r >> (n - bits)
sizes = [1, 5, 30, 47, 48, 49, 50, 62, 63, 64, 65, 100, 127, 128, 129, 200, 500, 1000, 3000]
def num():
    b = sizes[rnd(8) % len(sizes)]
    x = rnd(b)
    k = rnd(3)
    if k == 0: x = 1 << b
    if k == 1: x = (1 << b) - 1
    if rnd(1): x = -x
    return x
h = 0
def mix(v):
    global h
    h = (h * 1000003 ^ hash(v)) % (1 << 61)
for i in range(300):
    a = num(); b = num()
    for v in (a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, -a, abs(a), a < b, a <= b, a == b, a > b, a != b, a >= b, a.bit_length(), bin(a).count("1"), hash(a)):
        mix(v)
    if b:
        q = a // b; r = a % b
        assert q * b + r == a
        assert (r >= 0 and r < b) if b > 0 else (r <= 0 and r > b)
        mix(q); mix(r)
        mix(divmod(a, b)[0])
        try: mix(a / b)
        except OverflowError as e: mix(1)
    s = rnd(8)
    mix(a << s); mix(a >> s); mix((a << s) >> s)
    try: mix(float(a))
    except OverflowError: mix(2)
    if abs(a) < 1 << 600:
        mix(int(str(a)))
        assert int(str(a)) == a, a
    assert int(hex(a), 16) == a
    assert int(oct(a), 8) == a
    assert int(bin(a), 2) == a
    mix(len(str(a & ((1<<500)-1))))
    f = float(a & ((1 << 300) - 1)) * 1.1
    mix(a < f); mix(a == f); mix(a > f); mix(f < a)
    mix(int(f)); mix(a + (f if f < 1e300 else 0.0) if abs(a) < 1 << 900 else 0)
    if i % 10 == 0:
        m = b or 7
        mix(pow(a, abs(b) % 1000, m))
        try: mix(pow(a, -5, m))
        except ValueError as e: mix(3)
    if i % 20 == 0: mix(pow(a % 1000, rnd(7)))
    mix(int.from_bytes(a.to_bytes(400, 'little', signed=True), 'little', signed=True) == a)
    mix(round(a, -3)); mix(round(a, -20))
print(h)
x = 3 ** 2000
print(len(str(x)), x % 10**9, str(x)[:20])

