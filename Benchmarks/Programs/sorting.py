"""Quicksort, merge sort, heap sort and the built-in sort on the same data."""


def noise(seed, count, limit):
    values = []
    for _ in range(count):
        seed = (seed * 16807) % 2147483647
        values.append(seed % limit)
    return values


def quick(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quick(items, low, j)
            low = i
        else:
            quick(items, i, high)
            high = j


def merge(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge(items[:middle]), merge(items[middle:])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    out.extend(left[i:])
    out.extend(right[j:])
    return out


def sift(items, start, end):
    value = items[start]
    child = 2 * start + 1
    while child < end:
        if child + 1 < end and items[child] < items[child + 1]:
            child += 1
        if value >= items[child]:
            break
        items[start] = items[child]
        start, child = child, 2 * child + 1
    items[start] = value


def heap(items):
    n = len(items)
    for start in range(n // 2 - 1, -1, -1):
        sift(items, start, n)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(items, 0, end)


data = noise(42, 100000, 1000000)
expected = sorted(data)
copy = data[:]
quick(copy, 0, len(copy) - 1)
print(copy == expected)
print(merge(data) == expected)
copy = data[:50000]
heap(copy)
print(copy == sorted(data[:50000]))
pairs = sorted(((value % 1000, str(value)) for value in data), key=lambda pair: (pair[1][-1], pair[0]))
print(pairs[0], pairs[-1], expected[0], expected[-1])
