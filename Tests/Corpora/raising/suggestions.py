# The "Did you mean" of an uncaught AttributeError, and of a NameError in its context.
class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount


def compute(total):
    return totl + 1


try:
    compute(1)
except NameError:
    Account().blance
