# Huffman coding, run-length coding and Lempel-Ziv-Welch, with round trips.
from collections import Counter


class Node:
    __slots__ = ("weight", "order", "symbol", "left", "right")

    def __init__(self, weight, order, symbol=None, left=None, right=None):
        self.weight, self.order, self.symbol, self.left, self.right = weight, order, symbol, left, right

    def __lt__(self, other):
        return (self.weight, self.order) < (other.weight, other.order)

    def walk(self, prefix=""):
        if self.symbol is not None:
            yield self.symbol, prefix or "0"
        else:
            yield from self.left.walk(prefix + "0")
            yield from self.right.walk(prefix + "1")


def tree(text):
    nodes = sorted(Node(n, i, s) for i, (s, n) in enumerate(sorted(Counter(text).items())))
    order = len(nodes)
    while len(nodes) > 1:
        first, second, *nodes = nodes
        merged = Node(first.weight + second.weight, order, None, first, second)
        order += 1
        position = next((i for i, node in enumerate(nodes) if merged < node), len(nodes))
        nodes.insert(position, merged)
    return nodes[0]


def huffman(text):
    codes = dict(tree(text).walk())
    return codes, "".join(codes[c] for c in text)


def unhuffman(codes, bits):
    back, out, current = {v: k for k, v in codes.items()}, [], ""
    for bit in bits:
        current += bit
        if current in back:
            out.append(back[current])
            current = ""
    assert not current
    return "".join(out)


def pack(bits):
    padded = bits + "0" * (-len(bits) % 8)
    return len(bits), bytes(int(padded[i:i + 8], 2) for i in range(0, len(padded), 8))


def unpack(length, data):
    return "".join(f"{byte:08b}" for byte in data)[:length]


def run_lengths(text):
    runs = []
    for c in text:
        if runs and runs[-1][0] == c:
            runs[-1][1] += 1
        else:
            runs.append([c, 1])
    return "".join(f"{n if n > 1 else ''}{c}" for c, n in runs)


def unrun(text):
    out, count = "", ""
    for c in text:
        if c.isdigit():
            count += c
        else:
            out += c * int(count or 1)
            count = ""
    return out


def lzw(text):
    table = {chr(i): i for i in range(128)}
    word = ""
    for c in text:
        if word + c in table:
            word += c
        else:
            yield table[word]
            table[word + c] = len(table)
            word = c
    if word:
        yield table[word]


def unlzw(codes):
    table = {i: chr(i) for i in range(128)}
    codes = iter(codes)
    previous = table[next(codes)]
    out = [previous]
    for code in codes:
        entry = table[code] if code in table else previous + previous[0]
        out.append(entry)
        table[len(table)] = previous + entry[0]
        previous = entry
    return "".join(out)


TEXTS = ["abracadabra", "mississippi river", "aaaaaaaaaaaaabbbbbbcccd", "z", "the quick brown fox jumps over the lazy dog " * 8]
for text in TEXTS:
    codes, bits = huffman(text)
    length, data = pack(bits)
    assert unhuffman(codes, unpack(length, data)) == text
    assert unrun(run_lengths(text)) == text
    compressed = list(lzw(text))
    assert unlzw(compressed) == text
    print(repr(text[:25]), len(text), "huffman", len(data), "lzw", len(compressed), "runs", len(run_lengths(text)))
    print("  ", sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1]))[:5], data[:6].hex(), compressed[:8], run_lengths(text)[:20])
