# Conway's Game of Life on an unbounded board, with pattern detection.
from collections import Counter


def parse(text):
    return frozenset((x, y) for y, line in enumerate(text.strip("\n").split("\n")) for x, c in enumerate(line) if c == "#")


def step(cells):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return frozenset(cell for cell, n in counts.items() if n == 3 or n == 2 and cell in cells)


def normal(cells):
    if not cells:
        return cells, (0, 0)
    left, top = min(x for x, _ in cells), min(y for _, y in cells)
    return frozenset((x - left, y - top) for x, y in cells), (left, top)


def draw(cells):
    if not cells:
        return "(empty)"
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(min(xs), max(xs) + 1)) for y in range(min(ys), max(ys) + 1))


def classify(cells, limit=100):
    seen = {}
    for generation in range(limit):
        shape, (left, top) = normal(cells)
        if not shape:
            return f"dies after {generation}"
        if shape in seen:
            earlier, (x, y) = seen[shape]
            period, moved = generation - earlier, (left - x, top - y)
            if moved != (0, 0):
                return f"spaceship of period {period} moving {moved}"
            return "still life" if period == 1 else f"oscillator of period {period}"
        seen[shape] = generation, (left, top)
        cells = step(cells)
    return f"unknown after {limit}: {len(cells)} cells"


PATTERNS = {
    "block": "##\n##",
    "blinker": "###",
    "toad": ".###\n###.",
    "glider": ".#.\n..#\n###",
    "lightweight spaceship": ".####\n#...#\n....#\n#..#.",
    "beehive": ".##.\n#..#\n.##.",
    "pulsar": "\n".join(["..###...###..", "", "#....#.#....#", "#....#.#....#", "#....#.#....#", "..###...###..", "", "..###...###..",
                         "#....#.#....#", "#....#.#....#", "#....#.#....#", "", "..###...###.."]),
    "diehard": "......#.\n##......\n.#...###",
    "single": "#",
}
for name, text in PATTERNS.items():
    print(f"{name:22} {classify(parse(text), 150)}")
cells = parse(PATTERNS["glider"])
for generation in range(5):
    print(f"generation {generation}:")
    print(draw(cells))
    cells = step(cells)
acorn = parse(".#.....\n...#...\n##..###")
for _ in range(60):
    acorn = step(acorn)
print(len(acorn), draw(acorn).count("\n"))
