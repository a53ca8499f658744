def numbers(count, seed=42):
    result = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed >> 8 & 1023)
    return result


def insertion_sort(items):
    for i in range(1, len(items)):
        item = items[i]
        j = i
        while j > 0 and items[j - 1] > item:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item
    return items


def quick_sort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while pivot < items[j]:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i, j = i + 1, j - 1
        quick_sort(items, low, j)
        low = i
    return items


def merge_sort(items):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    while left and right:
        merged.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return merged + left + right


data = numbers(200)
expected = sorted(data)
for sort in (lambda d: insertion_sort(d), lambda d: quick_sort(d, 0, len(d) - 1), merge_sort):
    result = sort(list(data))
    print(result == expected, result[:5], result[-3:])

# Values that are only in variables while these change.
a, b, c = 1, 2, 3


def shuffle(x, y, z):
    x, y, z = z, x, y
    x, y = y, x
    w = x + (x := y * 10) + x
    return x, y, z, w


print(shuffle(a, b, c), shuffle("p", "q", "r"))


def fails(items):
    try:
        quick_sort(items, 0, 2)
    except TypeError as error:
        print(type(error).__name__, error)


fails([3, "x", 1])
quick_sort([1, None, 3], 0, 2)
