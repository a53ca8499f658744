# What generators, coroutines and async generators say of their state.
# versions: 3.12-
def g():
    yield me.gi_suspended, me.gi_running
    yield 2


me = g()
print(me.gi_suspended, next(me), me.gi_suspended, list(me), me.gi_suspended)


class Waits:
    def __await__(self):
        yield c.cr_suspended, c.cr_running


async def coroutine():
    await Waits()


c = coroutine()
print(c.cr_suspended, c.send(None), c.cr_suspended, c.cr_await is not None)
c.close()
print(c.cr_suspended)


async def ag():
    yield a.ag_suspended, a.ag_running


a = ag()
step = a.__anext__()
print(a.ag_suspended)
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value)
print(a.ag_suspended, a.ag_await)
