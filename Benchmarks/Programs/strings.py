"""Building, splitting, joining, replacing and formatting strings."""


def build(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
        if i % 60 == 59:
            text += "\n"
    return text


def words(text):
    out = []
    for line in text.split("\n"):
        for i in range(0, len(line), 7):
            out.append(line[i:i + 7].capitalize())
    return " ".join(out)


def caesar(text, shift):
    table = {}
    for i in range(26):
        table[chr(97 + i)] = chr(97 + (i + shift) % 26)
        table[chr(65 + i)] = chr(65 + (i + shift) % 26)
    return "".join([table.get(c, c) for c in text])


def report(rows):
    lines = []
    for i in range(rows):
        lines.append(f"{i:>6} {i * i:08x} {i / 7:10.3f} {'odd' if i % 2 else 'even':<5}|%s|{{}}".format(i % 10) % str(i)[::-1])
    return "\n".join(lines)


def palindromes(limit):
    return sum(1 for n in range(limit) if str(n) == str(n)[::-1])


def tokens(text):
    count, word = {}, []
    for c in text:
        if c.isalpha():
            word.append(c.lower())
        elif word:
            token = "".join(word)
            count[token] = count.get(token, 0) + 1
            word.clear()
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))[:4]


text = build(500000)
print(len(text), hash(text) == hash(build(500000)))
text = words(text)
print(len(text), text[:40], text.count("Abc"))
secret = caesar(text, 13)
print(secret[:40], caesar(secret, 13) == text)
lines = report(250000)
print(len(lines), lines.split("\n")[12345])
print(palindromes(900000), tokens(text))
print(len(text.replace("A", "--").replace("b", "")), text.upper().find("ZABCD"), text.lower().rfind("xyz"), len(text.split()))
