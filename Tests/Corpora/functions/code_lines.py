# co_lines of code objects.
# versions: 3.10-
def f(a):
    b = a + \
        1
    if b:
        return b

    return None


lines = [line for _, _, line in f.__code__.co_lines()]
print(sorted({line for line in lines if line is not None}), f.__code__.co_firstlineno)
starts = [start for start, _, _ in f.__code__.co_lines()]
ends = [end for _, end, _ in f.__code__.co_lines()]
print(starts[0], starts[1:] == ends[:-1], ends[-1] == len(f.__code__.co_code))
