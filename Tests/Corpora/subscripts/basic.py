# Subscripts: get, set, delete on sequences and mappings, slices, and their failures.
items = [10, 20, 30, 40, 50]
print(items[0], items[-1], items[True])
items[1] = 21
items[-2] += 1
del items[0]
print(items)
text = "héllo"
print(text[1], text[-1], text[1:3], text[::-1], text[::2], text[10:], text[:-10])
pair = (1, 2, 3)
print(pair[0], pair[-1], pair[1:], pair[::-1])
data = b"bytes"
print(data[0], data[1:3], data[::-1])
mapping = {"a": 1, 2: "two", (1, 2): "tuple", None: "none", 1.0: "one"}
print(mapping["a"], mapping[2], mapping[1, 2], mapping[None], mapping[1], mapping[True])
mapping["b"] = mapping["a"] + 1
mapping["a"] += 100
del mapping[2]
print(mapping)
r = range(10, 50, 5)
print(r[0], r[-1], r[2:4], r[::-1], list(r[1::3]))

numbers = list(range(10))
print(numbers[2:5], numbers[:3], numbers[7:], numbers[:], numbers[::3], numbers[8:2:-2], numbers[-3:-1])
numbers[2:4] = ["x", "y", "z"]
print(numbers)
numbers[0:0] = [-2, -1]
print(numbers)
numbers[::4] = ["q"] * len(numbers[::4])
print(numbers)
del numbers[1:3]
print(numbers)
del numbers[::2]
print(numbers)
numbers[:] = []
print(numbers)
start, stop, step = 1, 4, 2
print(items[start:stop], items[start:], items[:stop], items[start:stop:step], "abcdef"[start:stop])


class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


s = Shows()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1, 2], s[1:2, ...], s[()], s["a":"b"])
s[0] = 1
s[1:2] = 2
s[1:2:3] = 3
s[:, 0] = 4
del s[0]
del s[1:2]
del s[::3]
s[5] += (6,) if False else 1
