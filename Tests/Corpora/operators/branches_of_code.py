# versions: 3.14-
"""co_branches(): where the branches of a function are, and where they go."""


def several(x, y):
    for i in x:
        if i and y:
            print(1)
        while y is None:
            pass
    return 1 if x else 2


async def asynchronous(z):
    async for i in z:
        print(i)


def none(): return 1


for function in (several, asynchronous, none):
    print(list(function.__code__.co_branches()))
try:
    several.__code__.co_branches(1)
except TypeError as e:
    print(e)
