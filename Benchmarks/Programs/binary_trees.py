"""Many short-lived binary trees beside one long-lived: allocation and garbage collection."""


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def main(deepest):
    print("stretch tree of depth", deepest + 1, "check", build(deepest + 1).check())
    kept = build(deepest)
    for depth in range(4, deepest + 1, 4):
        count = 1 << (deepest - depth + 4)
        total = 0
        for _ in range(count):
            total += build(depth).check()
        print(count, "trees of depth", depth, "check", total)
    print("long-lived tree of depth", deepest, "check", kept.check())


main(16)
