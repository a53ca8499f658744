# Much garbage, with and without cycles, while live data must survive.
class Node:
    def __init__(self, value, parent=None):
        self.value, self.parent, self.children = value, parent, []
        if parent is not None:
            parent.children.append(self)


def tree(depth, parent=None):
    node = Node(depth, parent)
    if depth:
        for _ in range(3):
            tree(depth - 1, node)
    return node


def total(node):
    return node.value + sum(total(child) for child in node.children)


kept = [tree(4) for _ in range(3)]
for round_number in range(15):
    garbage = tree(5)
    garbage.children[0].children.append(garbage)
    loop = []
    loop.append({"loop": loop, "closure": lambda: loop})
    kept[round_number % 3].children[0].extra = ("live", round_number, [round_number] * 10)
print([total(node) for node in kept], [node.children[0].extra[:2] for node in kept], kept[0].children[0].parent is kept[0])


def generators():
    live = []
    for i in range(300):
        def g(i=i):
            data = [i] * 20
            while True:
                yield sum(data)
        running = g()
        next(running)
        if i % 30 == 0:
            live.append(running)
    return [next(g) for g in live]


print(generators())


def strings():
    kept, text = {}, ""
    for i in range(3000):
        text = f"string number {i} " + "x" * (i % 50)
        if i % 500 == 0:
            kept[text] = [text.upper(), text.split()]
    return [(key[:20], value[1][2]) for key, value in kept.items()], len(text)


print(strings())


def numbers():
    total, kept = 0, []
    for i in range(2000):
        big = 3 ** (i % 200 + 50)
        total ^= big
        if i % 400 == 0:
            kept.append(big)
    return total % 10**12, [k % 10**9 for k in kept]


print(numbers())


def exceptions():
    caught = []
    for i in range(500):
        try:
            try:
                raise ValueError(i, [i] * 5)
            except ValueError as error:
                raise KeyError(i) from error
        except KeyError as error:
            if i % 100 == 0:
                caught.append(error)
    return [(e.args, e.__cause__.args[1][0]) for e in caught]


print(exceptions())


def tables():
    table = {}
    for i in range(4000):
        table[i, str(i)] = {i: {i}}
        if i >= 50:
            del table[i - 50, str(i - 50)]
    return len(table), sorted(table)[0], table[3999, "3999"]


print(tables())
matrix = [[(i, j) for j in range(40)] for i in range(40)]
for _ in range(5):
    matrix = [list(row) for row in zip(*matrix)]
print(matrix[3][5], len(matrix), len({cell for row in matrix for cell in row}))
