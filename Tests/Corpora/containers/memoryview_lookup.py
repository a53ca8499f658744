"""memoryview.index and count: what is looked at first. Bounds are converted before the view is."""


class Index:
    def __init__(self, number, view=None):
        self.number, self.view = number, view

    def __index__(self):
        if self.view is not None:
            self.view.release()
        return self.number


table = memoryview(bytes(6)).cast("B", (2, 3))
single = memoryview(bytes(1)).cast("B", ())
text = memoryview(b"abcabc")
released = memoryview(b"ab")
released.release()
calls = [
    (table, 0), (table, 0, "a"), (table, 0, 1.5, 2), (single, 0), (single, 0, "a"), (released, 0), (released, 0, "a"), (text, 99, -3), (text, 97, 1, -1),
    (text, 97, -1), (text, 97, 10**30), (text, 97, Index(1)), (text, 97, 0, Index(6, text)),
]
for view, *arguments in calls if hasattr(memoryview, "index") else ():
    try:
        print(view.index(*arguments))
    except (TypeError, ValueError, NotImplementedError) as error:
        print(type(error).__name__, error)
