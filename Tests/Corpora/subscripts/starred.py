# Stars in subscripts.
# versions: 3.11-
class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


s = Shows()
starred = (7, 8)
print(s[0, *starred, 9], s[*starred], s[*()], s[*"ab", 1:2], s[*starred,])
s[*starred] = 1
s[1, *starred] += (5,)
del s[*starred, ...]
try:
    s[*5]
except TypeError as error:
    print(error)


def f(*args: *tuple[int, str]):
    return args


print(f(1, "a"), s[*[], *[]])
