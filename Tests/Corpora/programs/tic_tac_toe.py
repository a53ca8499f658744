# Tic-tac-toe by minimax with alpha-beta pruning and a transposition table; the perfect game is a draw.
# versions: 3.10-
import functools

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


class Board:
    def __init__(self, cells="." * 9):
        self.cells = cells

    @property
    def turn(self):
        return "X" if self.cells.count("X") == self.cells.count("O") else "O"

    @property
    def winner(self):
        for a, b, c in LINES:
            if self.cells[a] != "." and self.cells[a] == self.cells[b] == self.cells[c]:
                return self.cells[a]
        return None if "." in self.cells else "draw"

    def moves(self):
        return [i for i, c in enumerate(self.cells) if c == "."]

    def play(self, move):
        if self.cells[move] != ".":
            raise ValueError(f"cell {move} is taken")
        return Board(self.cells[:move] + self.turn + self.cells[move + 1:])

    def __str__(self):
        return "\n".join(" ".join(self.cells[i:i + 3]) for i in (0, 3, 6))

    def __hash__(self):
        return hash(self.cells)

    def __eq__(self, other):
        return self.cells == other.cells


@functools.lru_cache(maxsize=None)
def value(board):
    match board.winner:
        case "X":
            return 1
        case "O":
            return -1
        case "draw":
            return 0
    values = (value(board.play(move)) for move in board.moves())
    return max(values) if board.turn == "X" else min(values)


counted = 0


def alpha_beta(board, low=-2, high=2):
    global counted
    counted += 1
    if board.winner:
        return {"X": 1, "O": -1, "draw": 0}[board.winner]
    best = -2 if board.turn == "X" else 2
    for move in board.moves():
        score = alpha_beta(board.play(move), low, high)
        if board.turn == "X":
            best = max(best, score)
            low = max(low, best)
        else:
            best = min(best, score)
            high = min(high, best)
        if low >= high:
            break
    return best


def best_move(board):
    choose = max if board.turn == "X" else min
    return choose(board.moves(), key=lambda move: value(board.play(move)))


def first_free(board):
    return board.moves()[0]


def game(x, o):
    board = Board()
    while not board.winner:
        board = board.play((x if board.turn == "X" else o)(board))
    return board


print(value(Board()), value.cache_info().misses)
print(alpha_beta(Board("X...O...X")), counted)
for x, o in ((best_move, best_move), (best_move, first_free), (first_free, best_move), (first_free, first_free)):
    final = game(x, o)
    print(x.__name__, "against", o.__name__, "->", final.winner)
    print(final)
try:
    Board("X........").play(0)
except ValueError as error:
    print(error)
totals = {}


def count(board):
    if board.winner:
        totals[board.winner] = totals.get(board.winner, 0) + 1
        return
    for move in board.moves():
        count(board.play(move))


count(Board("XO.OX...."))
print(sorted(totals.items()))
