# A Sudoku solver by constraint propagation and search.
from functools import reduce

ROWS, COLUMNS = "ABCDEFGHI", "123456789"
SQUARES = [r + c for r in ROWS for c in COLUMNS]
UNITS = ([[r + c for c in COLUMNS] for r in ROWS] + [[r + c for r in ROWS] for c in COLUMNS]
         + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")])
OF = {s: [u for u in UNITS if s in u] for s in SQUARES}
PEERS = {s: set(reduce(lambda a, b: a + b, OF[s])) - {s} for s in SQUARES}


class Contradiction(Exception):
    pass


class Grid:
    searched = 0

    def __init__(self, digits=None):
        self.values = dict.fromkeys(SQUARES, COLUMNS)
        if digits is not None:
            for square, digit in zip(SQUARES, digits):
                if digit in COLUMNS:
                    self.assign(square, digit)

    def copy(self):
        other = Grid()
        other.values = self.values.copy()
        return other

    def assign(self, square, digit):
        for other in self.values[square].replace(digit, ""):
            self.eliminate(square, other)

    def eliminate(self, square, digit):
        values = self.values
        if digit not in values[square]:
            return
        values[square] = values[square].replace(digit, "")
        if not values[square]:
            raise Contradiction(square)
        if len(values[square]) == 1:
            for peer in PEERS[square]:
                self.eliminate(peer, values[square])
        for unit in OF[square]:
            places = [s for s in unit if digit in values[s]]
            if not places:
                raise Contradiction(digit)
            if len(places) == 1:
                self.assign(places[0], digit)

    @property
    def solved(self):
        return all(len(v) == 1 for v in self.values.values())

    def solve(self):
        if self.solved:
            return self
        Grid.searched += 1
        _, square = min((len(self.values[s]), s) for s in SQUARES if len(self.values[s]) > 1)
        for digit in self.values[square]:
            attempt = self.copy()
            try:
                attempt.assign(square, digit)
                return attempt.solve()
            except Contradiction:
                continue
        raise Contradiction("no digit fits " + square)

    def __str__(self):
        lines = []
        for i, row in enumerate(ROWS):
            if i in (3, 6):
                lines.append("------+-------+------")
            lines.append(" | ".join(" ".join(self.values[row + c] for c in group) for group in ("123", "456", "789")))
        return "\n".join(lines)


EASY = "003020600900305001001806400008102900700000008006708200002609500800203009005010300"
HARD = "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"
for puzzle in (EASY, HARD):
    Grid.searched = 0
    grid = Grid(puzzle).solve()
    print(grid)
    print("searched", Grid.searched > 0, all({grid.values[s] for s in unit} == set(COLUMNS) for unit in UNITS))
try:
    Grid("55" + "." * 79)
except Contradiction as error:
    print("contradiction", type(error.args[0]).__name__)
