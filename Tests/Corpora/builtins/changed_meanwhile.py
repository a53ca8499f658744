"""What arguments do to the object that is being worked on."""
import binascii


class Clearing:
    def __init__(self, array): self.array = array

    def __index__(self):
        self.array.clear()
        return 1


class Growing:
    def __init__(self, items): self.items = items

    def __iter__(self):
        self.items.append(len(self.items))
        return iter((1, 2))


def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


for function in (binascii.crc32, binascii.crc_hqx):
    array = bytearray(b"abcd")
    attempt(lambda: function(array, Clearing(array)))
    print(array)


def assign(items, place):
    items[place] = Growing(items)
    return items


attempt(assign, [10], slice(5, 9))
attempt(assign, [1, 2], slice(-3, 100))
attempt(assign, [1, 2, 3], slice(None, None, -1))
attempt(assign, [1, 2, 3, 4], slice(None, None, 2))

# What came before the bad item stays.
for source in (iter([0, -1]), range(254, 260), (x for x in (1, 2, "a")), {"a": 1, "b": [2]}.values(), {5, 300}):
    array = bytearray(b"xyz")
    attempt(array.__init__, source)
    print(array)
