# Programs that are started, signals, and waiting for descriptors.
import os
import select
import selectors
import signal
import subprocess

print(subprocess.run(["/bin/echo", "a", "b c"], stdout=subprocess.PIPE).stdout)
print(subprocess.check_output("echo $NAME; exit 0", shell=True, env={"NAME": "value"}, universal_newlines=True))
result = subprocess.run(["/bin/sh", "-c", "cat; echo error >&2; exit 3"], input=b"given", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(result.returncode, result.stdout, result.stderr)
print(subprocess.run(["/bin/pwd"], cwd="/", stdout=subprocess.PIPE).stdout)
for call in (lambda: subprocess.run(["/no/such/program"]), lambda: subprocess.run(["/bin/false"], check=True),
             lambda: subprocess.run(["/bin/true"], cwd="/no/such/folder")):
    try:
        print(call())
    except (OSError, subprocess.SubprocessError) as error:
        print(type(error).__name__, error)
try:
    subprocess.run(["/bin/sleep", "5"], timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(error.cmd, error.timeout < 1)
with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
    print(process.communicate(b"x" * 100000)[0] == b"x" * 100000)
process = subprocess.Popen(["/bin/sleep", "60"], preexec_fn=lambda: os.write(1, b"in the child\n"), start_new_session=True)
process.terminate()
print(process.wait())

came = []
print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, lambda number, frame: came.append((number, frame is not None))))
os.kill(os.getpid(), signal.SIGUSR1)
signal.raise_signal(signal.SIGUSR1)
print(came, callable(signal.getsignal(signal.SIGUSR1)), signal.strsignal(signal.SIGINT), len(signal.valid_signals()))
signal.signal(signal.SIGALRM, lambda *_: came.append("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.01)
signal.pause()
print(came[-1], signal.getitimer(signal.ITIMER_REAL), signal.alarm(100), signal.alarm(0))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]))
signal.raise_signal(signal.SIGUSR2)
print(signal.sigpending(), signal.sigwait([signal.SIGUSR2]), signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2]))
try:
    os.kill(os.getpid(), signal.SIGINT)
    for _ in range(1000000):
        pass
except KeyboardInterrupt:
    print("interrupted")
for call in (lambda: signal.signal(99, signal.SIG_DFL), lambda: signal.signal(signal.SIGKILL, signal.SIG_IGN), lambda: signal.signal(2, 5)):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

ours, theirs = os.pipe()
print(select.select([ours], [], [], 0), select.select([ours], [theirs], [], None)[1] == [theirs])
os.write(theirs, b"text")
print(select.select([ours], [], [], 5)[0] == [ours])
poll = select.poll()
poll.register(ours, select.POLLIN)
print([event for _, event in poll.poll(1000)])
with select.epoll() as events:
    events.register(ours, select.EPOLLIN)
    print([event for _, event in events.poll(1)], events.closed)
print(events.closed)
with selectors.DefaultSelector() as selector:
    selector.register(ours, selectors.EVENT_READ, "data")
    print([(key.data, mask) for key, mask in selector.select(1)])
