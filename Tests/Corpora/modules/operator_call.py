# operator.call
# versions: 3.11-
import operator


def f(*args, **kwargs):
    return args, kwargs


print(operator.call(max, 3, 4), operator.call(dict, a=1), operator.call(f), operator.call(f, 1, *"ab", k=2))
for arguments in ((), (5,), (len, 1), (len,)):
    try:
        print(operator.call(*arguments))
    except TypeError as error:
        print(error)
