# module: raises through two files
import shapes.solids.cube


class Worker:
    def divide(self, items):
        return [10 // item for item in items]


def start(items):
    worker = Worker()
    print("starting")
    return worker.divide(items)
