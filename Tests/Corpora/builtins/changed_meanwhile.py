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


# Buffers cannot be resized while the arguments behind them are converted.
import array
import binascii


def resizing(data):
    class Resizing:
        def __index__(self):
            del data[:]
            return 1

        def __int__(self):
            del data[:]
            return 1

        def __bool__(self):
            del data[:]
            return True
    return Resizing()


for make in (lambda: bytearray(b"abcdef" * 9), lambda: array.array("b", b"abcdef" * 9)):
    for call in (
        lambda data: binascii.b2a_base64(data, newline=resizing(data)), lambda data: binascii.b2a_qp(data, quotetabs=resizing(data)),
        lambda data: binascii.b2a_qp(data, False, resizing(data), "x"), lambda data: binascii.b2a_uu(data[:40], backtick=resizing(data)),
        lambda data: binascii.hexlify(data, "-", resizing(data)), lambda data: binascii.b2a_base64(data, newline=False),
    ):
        data = make()
        try:
            print(call(data))
        except (BufferError, TypeError) as error:
            print(type(error).__name__, error)
        data.extend(data)
        print(len(data))
