# A cooperative scheduler for coroutines: sleeping, channels, tasks, cancellation, timeouts; virtual time.
# versions: 3.10-
from collections import deque


class Request:
    """What a coroutine asks of the scheduler by awaiting it."""

    def __init__(self, kind, *arguments):
        self.kind, self.arguments = kind, arguments

    def __await__(self):
        return (yield self)


class Cancelled(BaseException):
    pass


class Task:
    names = 0

    def __init__(self, coroutine, name=None):
        Task.names += 1
        self.coroutine, self.name = coroutine, name or f"task-{Task.names}"
        self.result = self.error = None
        self.finished, self.waiters = False, []

    def __await__(self):
        if not self.finished:
            yield Request("join", self)
        if self.error is not None:
            raise self.error
        return self.result


class Channel:
    def __init__(self, capacity=0):
        self.capacity, self.items, self.receivers, self.senders, self.closed = capacity, deque(), deque(), deque(), False

    async def send(self, item):
        while len(self.items) >= max(1, self.capacity):
            await Request("park", self.senders)
        self.items.append(item)
        await Request("wake", self.receivers)

    async def close(self):
        self.closed = True
        await Request("wake", self.receivers)

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.items:
            if self.closed:
                raise StopAsyncIteration
            await Request("park", self.receivers)
        item = self.items.popleft()
        await Request("wake", self.senders)
        return item


class Scheduler:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.order = 0, deque(), [], 0

    def spawn(self, coroutine, name=None):
        task = Task(coroutine, name)
        self.ready.append((task, None, None))
        return task

    def run(self, main):
        main = self.spawn(main, "main")
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda item: item[:2])
                self.now, _, task = self.sleeping.pop(0)
                self.ready.append((task, self.now, None))
            self.step(*self.ready.popleft())
        if main.error:
            raise main.error
        return main.result

    def step(self, task, value, error):
        if task.finished:
            return
        try:
            request = task.coroutine.throw(error) if error else task.coroutine.send(value)
        except StopIteration as stop:
            self.finish(task, stop.value, None)
        except (Exception, Cancelled) as failure:
            self.finish(task, None, failure)
        else:
            self.handle(task, request)

    def finish(self, task, result, error):
        task.result, task.error, task.finished = result, error, True
        for waiter in task.waiters:
            self.ready.append((waiter, None, None))

    def handle(self, task, request):
        match request.kind, request.arguments:
            case "sleep", (delay,):
                self.order += 1
                self.sleeping.append((self.now + delay, self.order, task))
            case "spawn", (coroutine, name):
                self.ready.append((task, self.spawn(coroutine, name), None))
            case "join", (other,):
                other.waiters.append(task)
            case "cancel", (other,):
                self.sleeping = [item for item in self.sleeping if item[2] is not other]
                self.ready.append((other, None, Cancelled()))
                self.ready.append((task, None, None))
            case "park", (queue,):
                queue.append(task)
            case "wake", (queue,):
                while queue:
                    self.ready.append((queue.popleft(), None, None))
                self.ready.append((task, None, None))
            case "time", ():
                self.ready.append((task, self.now, None))
            case kind, _:
                self.ready.append((task, None, ValueError(f"unknown request {kind}")))


def sleep(delay):
    return Request("sleep", delay)


async def spawn(coroutine, name=None):
    return await Request("spawn", coroutine, name)


async def say(*words):
    print(f"[{await Request('time'):3}]", *words)


async def producer(channel, count):
    for i in range(count):
        await sleep(3)
        await channel.send(i)
        await say("sent", i)
    await channel.close()


async def consumer(channel, name):
    total = 0
    async for item in channel:
        await say(name, "got", item)
        await sleep(7)
        total += item
    return total


class Timer:
    async def __aenter__(self):
        self.start = await Request("time")
        return self

    async def __aexit__(self, *exc):
        await say("took", await Request("time") - self.start, exc[0].__name__ if exc[0] else None)


async def fails():
    await sleep(2)
    raise ValueError("task failed")


async def forever():
    try:
        while True:
            await sleep(10)
            await say("tick")
    except Cancelled:
        await say("cancelled")
        raise
    finally:
        await say("forever cleans up")


async def main():
    channel = Channel(2)
    async with Timer():
        tasks = [await spawn(consumer(channel, name), name) for name in ("first", "second")]
        await spawn(producer(channel, 6))
        await say("totals", [await task for task in tasks])
    failing = await spawn(fails())
    try:
        async with Timer():
            await failing
    except ValueError as error:
        await say("caught", error)
    endless = await spawn(forever(), "endless")
    await sleep(35)
    await Request("cancel", endless)
    try:
        await endless
    except Cancelled:
        await say("joined a cancelled task", endless.name)
    try:
        await Request("nonsense")
    except ValueError as error:
        await say(error)
    return "main is done"


print(Scheduler().run(main()))
