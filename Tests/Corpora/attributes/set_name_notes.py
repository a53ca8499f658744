# An error of __set_name__ gets a note that says where.
# versions: 3.12-
class Named:
    def __set_name__(self, owner, name):
        raise ValueError("set name")


try:
    type("X", (), {"attribute": Named()})
except ValueError as e:
    print(e, e.__notes__)
try:
    class Y:
        first = 1
        second = Named()
except ValueError as e:
    print(e, e.__notes__, e.__traceback__.tb_lineno)
