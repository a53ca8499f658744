# A discrete event simulation of a bank with its own random numbers: processes are generators, events a sorted agenda.
class Random:
    """A linear congruential generator, so that the run is the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) / 2**31

    def between(self, low, high):
        return low + int(self.next() * (high - low + 1))

    def choice(self, items):
        return items[self.between(0, len(items) - 1)]


class InsufficientFunds(Exception):
    pass


class Account:
    total_created = 0

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        type(self).total_created += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise InsufficientFunds(f"{self.owner} lacks {-value}")
        self.history.append(value - self._balance)
        self._balance = value

    def __iadd__(self, amount):
        self.balance += amount
        return self

    def __isub__(self, amount):
        self.balance -= amount
        return self


class Agenda:
    def __init__(self):
        self.events, self.now, self.counter = [], 0, 0

    def schedule(self, delay, process):
        self.counter += 1
        item = (self.now + delay, self.counter, process)
        low, high = 0, len(self.events)
        while low < high:
            middle = (low + high) // 2
            if self.events[middle][:2] < item[:2]:
                low = middle + 1
            else:
                high = middle
        self.events.insert(low, item)

    def run(self, until):
        while self.events and self.events[0][0] <= until:
            self.now, _, process = self.events.pop(0)
            try:
                delay = next(process)
            except StopIteration:
                continue
            self.schedule(delay, process)


class Bank:
    def __init__(self, agenda, random, tellers):
        self.agenda, self.random, self.free, self.queue = agenda, random, tellers, []
        self.accounts, self.served, self.refused, self.waited, self.longest = {}, 0, 0, 0, 0

    def open_account(self, name):
        return self.accounts.setdefault(name, Account(name, 50))

    def customer(self, name):
        arrived = self.agenda.now
        self.queue.append(name)
        self.longest = max(self.longest, len(self.queue))
        while self.free == 0 or self.queue[0] != name:
            yield 1
        self.queue.pop(0)
        self.free -= 1
        self.waited += self.agenda.now - arrived
        yield self.random.between(2, 8)
        account = self.open_account(name.split("#")[0])
        try:
            amount = self.random.between(-120, 100)
            if amount < 0:
                account -= -amount
            else:
                account += amount
        except InsufficientFunds:
            self.refused += 1
        else:
            self.served += 1
        finally:
            self.free += 1

    def arrivals(self, names):
        number = 0
        while True:
            yield self.random.between(1, 4)
            number += 1
            self.agenda.schedule(0, self.customer(f"{self.random.choice(names)}#{number}"))


def simulate(seed, tellers):
    agenda = Agenda()
    bank = Bank(agenda, Random(seed), tellers)
    agenda.schedule(0, bank.arrivals(["ann", "bob", "cid", "dee", "eve"]))
    agenda.run(until=480)
    print(f"seed {seed} tellers {tellers}: served {bank.served} refused {bank.refused} waiting {len(bank.queue)} "
          f"average wait {bank.waited / max(1, bank.served + bank.refused):.2f} longest queue {bank.longest}")
    for name, account in sorted(bank.accounts.items()):
        print(f"  {name:4} {account.balance:6} {len(account.history):3} {sum(account.history):6} {account.history[:5]}")
    assert all(a.balance == 50 + sum(a.history) for a in bank.accounts.values())


for seed, tellers in ((1, 1), (1, 2), (42, 3)):
    simulate(seed, tellers)
print(Account.total_created)
