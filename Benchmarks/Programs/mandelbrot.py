"""The Mandelbrot set, once with complex numbers and once with pairs of floats."""


def by_complex(width, height, limit):
    inside = 0
    for row in range(height):
        y = 2.0 * row / height - 1.0
        for column in range(width):
            c = complex(3.0 * column / width - 2.0, y)
            z = 0j
            for _ in range(limit):
                z = z * z + c
                if abs(z) > 2.0:
                    break
            else:
                inside += 1
    return inside


def by_floats(width, height, limit):
    lines, inside = [], 0
    for row in range(height):
        y0 = 2.0 * row / height - 1.0
        line = []
        for column in range(width):
            x0 = 3.0 * column / width - 2.0
            x = y = 0.0
            count = 0
            while count < limit:
                xx, yy = x * x, y * y
                if xx + yy > 4.0:
                    break
                y = 2.0 * x * y + y0
                x = xx - yy + x0
                count += 1
            if count == limit:
                inside += 1
            line.append(" .:-=+*#%@"[count * 9 // limit])
        lines.append("".join(line))
    return inside, lines


print(by_complex(240, 160, 60))
inside, lines = by_floats(800, 500, 60)
print(inside, sum(map(len, lines)))
print(lines[200][:100])
