# What is written to a stream that nobody closes is there when the program ends, and errors on the way are ignored.
# versions: 3.8-3.12
import io


class Raw(io.RawIOBase):
    def __init__(self, name):
        self.label = name

    def writable(self):
        return True

    def write(self, data):
        print(self.label, "write", bytes(data))
        return len(data)

    def close(self):
        if not self.closed:
            print(self.label, "close")
        super().close()


class FailingRaw(Raw):
    def write(self, data):
        print(self.label, "fails")
        raise OSError("no")


w = io.BufferedWriter(Raw("buffered"))
w.write(b"at the end")
explicit = io.BufferedWriter(Raw("explicit"))
explicit.write(b"x")
explicit.__del__()
print(explicit.closed)
failing = io.BufferedWriter(FailingRaw("failing"))
failing.write(b"x")
print(failing.__del__(), failing.closed)


class Closing(io.StringIO):
    def close(self):
        if not self.closed:
            print("closing a StringIO with", self.getvalue())
        super().close()


s = Closing()
s.write("something")
s.__del__()
s.__del__()
print(s.closed)
print("end")
