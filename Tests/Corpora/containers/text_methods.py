# Every method of str and bytes on many texts: case, predicates, splitting, searching, encodings and their errors.
S = ['', 'a', 'Hello World', 'straße', 'ΑΣΑΣ ΟΔΟΣ', 'ǆ ǅ Ǆ', 'ﬁ ŉ ΐ', '日本語', 'a😀b', 'İI', '\u0345a', 'x\ud800y', ' \t\n mixed \u2003 ', '123', '١٢٣', '½²Ⅷ', 'a1_b', '1a', 'tab\tsep\tx', 'l1\nl2\r\nl3\x0bl4\x85l5\u2028', 'ß', 'Ünïcödé', 'CamelCase Title', "they're bill's", '~' * 5]
for s in S:
    print(ascii([s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]))
    print([s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii()])
    print(ascii([s.split(), s.split(None, 1), s.rsplit(None, 1), s.splitlines(), s.splitlines(True), s.strip(), s.lstrip(), s.rstrip(), s.expandtabs(4), s.zfill(6), s.center(9, '*'), s.ljust(7, 'é'), s.rjust(7, '😀'), s[::-1], s * 2, s.partition('a'), s.rpartition('a'), len(s), hash(s)]))
    print(ascii([s.replace('a', 'bb'), s.replace('', '-'), s.replace('l', '', 2), s.replace('x', '日'), s.find('l'), s.rfind('l'), s.count('l'), s.count(''), s.startswith(('H', 'a')), s.endswith('d'), s.split('l'), s.rsplit('l', 1), s.encode('utf-8', 'replace'), s.encode('utf-16', 'surrogatepass'), s.encode('utf-32-be', 'surrogatepass'), s.encode('ascii', 'backslashreplace'), s.encode('latin-1', 'xmlcharrefreplace')]))
print('abcabc'.find('c', 3), 'abcabc'.find('c', -2), 'abc'.find('', 3), 'abc'.find('', 4), 'abc'.rfind(''), 'abcabc'.rfind('abc', 0, 5), 'aaa'.count('aa'), 'abc'.count('', 1, 2), 'abc'.index('c'))
print('a,b,,c'.split(','), 'a,b,,c'.split(',', 2), 'a,b,,c'.rsplit(',', 2), ''.split(','), ''.split(), 'a--b--c'.split('--'), 'aXXbXXc'.rsplit('XX', 1))
print('abc'.translate({97: 'x', 98: None, 99: 0x1F600}), str.maketrans('ab', 'xy', 'z'), 'abz'.translate(str.maketrans('ab', 'xy', 'z')), str.maketrans({'a': 1, 98: 'q'}))
print('xxhixx'.strip('x'), 'xyhixy'.lstrip('xy'), 'hixyx'.rstrip('xy'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-', 2))
print('-'.join(['a', 'é', '日', '😀']), ''.join([]), ','.join('abc'), '-'.join(str(i) for i in range(3)), ''.join(['solo']))
print('abc' < 'abd', 'abc' < 'ab', 'a' < 'é', '日' > 'z', '😀' > '\uffff', 'abc' == 'abc', 'abc' != 'abd', 'Z' < 'a')
print('+42'.zfill(6), '-1'.zfill(2), '--'.zfill(5), 'abc'[1], 'abc'[-1], 'héllo'[1:3], 'a😀b'[1], list('a😀é'), 'x' in 'xyz', '' in 'abc', 'é' in 'e', '😀' in 'a😀')
B = [b'', b'abc', b'Hello World', bytes(range(256)), b'a,b,,c', b' \t x \n', b'\xff\xfe', b'l1\nl2\r\nl3\rl4']
for b in B:
  for b in (b, bytearray(b)):
    print([b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b.isalpha(), b.isalnum(), b.isspace(), b.isupper(), b.islower(), b.istitle(), b.isdigit(), b.isascii()])
    print([b.split(), b.split(b','), b.rsplit(b',', 1), b.splitlines(), b.strip(), b.lstrip(b' \t'), b.replace(b'l', b'LL'), b.find(b'l'), b.rfind(b'l'), b.count(b'l'), b.find(108), b.startswith(b'He'), b.endswith((b'c', b'd')), b.partition(b','), b.rpartition(b','), b.zfill(5), b.center(9, b'*'), b.ljust(5), b.hex(), b.hex(':'), b.hex('-', 2), b.hex('.', -3), b[::-1], b * 2, b + b'!', 97 in b, b'lo' in b, len(b), b == bytes(b), b.decode('latin-1'), b.translate(None, b'l'), b.expandtabs()])
print(bytes.fromhex('de ad be ef'), bytes([1,2,3]), bytes(3), bytes('é', 'utf-8'), bytes(bytearray(b'x')), b','.join([b'a', bytearray(b'b')]), b'abc'[1], b'abc'[0:2], list(b'ab'), hash(b'abc'), b'a' < b'b', b'a' == bytearray(b'a'))
a = bytearray(b'hello'); a[0] = 72; a[1:3] = b'EY'; a.append(33); a.extend([1, 2]); a += b'zz'; a.insert(0, 42); print(a, a.pop(), a.pop(0)); a.remove(33); a.reverse(); print(a); del a[0]; del a[::2]; print(a); a *= 2; a[1:1] = a; print(a); a.clear(); print(a)
m = memoryview(bytearray(b'abcdef')); print(m[0], m[1:3].tobytes(), m[::2].tolist(), len(m), m.format, m.itemsize, m.nbytes, m.readonly, m.shape, m.strides); m[0] = 65; m[1:3] = b'XY'; print(m.obj, bytes(m), m == b'AXYdef', m.cast('H').tolist(), m[::-1].tobytes(), m.hex())
for e, d in (('utf-8', b'\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80'), ('utf-16', b'\xff\xfea\x00=\xd8\x00\xde'), ('utf-16-be', b'\x00a'), ('utf-32', b'\xff\xfe\x00\x00a\x00\x00\x00'), ('latin-1', b'\xe9'), ('ascii', b'abc'), ('UTF8', b'x'), ('Latin1', b'x'), ('utf-8-sig', b'\xef\xbb\xbfx')):
    print(ascii(d.decode(e)))
for d in (b'\xff', b'a\x80b', b'\xc3', b'\xe6\x97', b'\xe6\x28\xa5', b'\xed\xa0\x80', b'\xf0\x9f\x98', b'\xf5', b'\xc0\x80', b'\xe0\x80\x80', b'\xf4\x90\x80\x80', b'ok\xe2\x82'):
    for h in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass'):
        try: print(ascii(d.decode('utf-8', h)))
        except UnicodeDecodeError as e: print(e, e.start, e.end, e.reason, e.encoding, e.object)
for d in (b'a', b'\x00\xd8', b'\x00\xdc', b'\x00\xd8a\x00', b'\x00\xd8\x00'):
    for h in ('strict', 'replace', 'ignore'):
        try: print(ascii(d.decode('utf-16-le', h)))
        except UnicodeDecodeError as e: print(e, e.start, e.end)
print(str(b'abc', 'utf-8'), str(5), str(), str('x'), str(b'x'), str([1, 'a']), 'é'.__repr__(), "it's", 'a"b\'', '\x00\x1f\x7f\xa0\u200b\U0001f600\ud800'.__repr__())
s = ''
for i in range(1000): s += 'ab'[i % 2] + 'é' * (i % 100 == 0)
print(len(s), s[:10], s[-3:])
s = 'x' * 300
keep = []
for i in range(2000):
    s += str(i)
    if i % 100 == 0: keep.append(s)
    if i % 250 == 0:
        t = s + 'A'; u = s + 'B'; keep.append(t); keep.append(u)
print(len(s), [len(k) for k in keep], [k[-5:] for k in keep], hash(s), s == ''.join([s]), s[500:520])
a = 'é' * 300
for i in range(300): a += 'e'; a += 'ü'
b = a
a += '日'; b += 'q'; b += 'r'; a += a; a += a
print(len(a), len(b), a[-3:], b[-3:], {a: 1}[a], a.upper()[:3], a.find('日'), a.encode()[:4], a.split('日')[0][-2:])
s += s; s += s[:10]; print(len(s), s.isascii(), s.startswith('xxx'), s.count('1'), s.replace('9', '')[:5])
