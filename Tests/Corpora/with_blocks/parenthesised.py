# with and several managers in parentheses.
# versions: 3.9-
class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, repr(value))


with (Manager("e") as e, Manager("f")):
    print(e)
with (
    Manager("a") as a,
    Manager("b") as b,
):
    print(a, b)
with (Manager("alone")):
    pass
with (Manager("one") as one):
    print(one)
try:
    with (Manager("x"), Manager("y") as y, Manager(y)):
        raise ValueError("inside")
except ValueError as error:
    print(error)
