"""Richards: a simulated operating system kernel whose tasks pass packets: method calls and attribute updates."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = 0, 1
PACKET_SIZE = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * PACKET_SIZE

    def append_to(self, queue):
        """The queue with this packet as its last."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, kernel, number, priority, queue, runnable=False):
        self.kernel = kernel
        self.number = number
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = not runnable
        self.has_packet = queue is not None
        self.next = kernel.tasks
        kernel.tasks = self
        kernel.table[number] = self

    def blocked(self):
        return self.held or (self.waiting and not self.has_packet)

    def take(self):
        packet = self.queue
        self.queue = packet.link
        self.has_packet = self.queue is not None
        return packet

    def run(self):
        packet = None
        if self.waiting and self.has_packet and not self.held:
            packet = self.take()
            self.waiting = False
        return self.step(packet)

    def wait(self):
        self.waiting = True
        return self

    def add_packet(self, packet, sender):
        """Gives the task a packet; returns the task to run next."""
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            packet.link = None
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender


class IdleTask(Task):
    def __init__(self, kernel, number, priority, count):
        super().__init__(kernel, number, priority, None, runnable=True)
        self.seed = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.kernel.hold(self)
        if self.seed & 1 == 0:
            self.seed //= 2
            return self.kernel.release(DEVICE_A, self)
        self.seed = (self.seed // 2) ^ 0xD008
        return self.kernel.release(DEVICE_B, self)


class WorkerTask(Task):
    def __init__(self, kernel, number, priority, queue):
        super().__init__(kernel, number, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(PACKET_SIZE):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = 64 + self.letter
        return self.kernel.send(packet, self)


class HandlerTask(Task):
    def __init__(self, kernel, number, priority, queue):
        super().__init__(kernel, number, priority, queue)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        position = work.datum
        if position >= PACKET_SIZE:
            self.work = work.link
            return self.kernel.send(work, self)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[position]
        work.datum = position + 1
        return self.kernel.send(device, self)


class DeviceTask(Task):
    def __init__(self, kernel, number, priority):
        super().__init__(kernel, number, priority, None)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.kernel.send(packet, self)
        self.pending = packet
        return self.kernel.hold(self)


class Kernel:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.holds = 0
        self.packets = 0

    def hold(self, task):
        self.holds += 1
        task.held = True
        return task.next

    def release(self, number, sender):
        task = self.table[number]
        task.held = False
        return task if task.priority > sender.priority else sender

    def send(self, packet, sender):
        task = self.table[packet.owner]
        self.packets += 1
        packet.owner = sender.number
        packet.link = None
        return task.add_packet(packet, sender)

    def schedule(self):
        task = self.tasks
        steps = 0
        while task is not None:
            if task.blocked():
                task = task.next
            else:
                task = task.run()
                steps += 1
        return steps


def queue_of(count, owner, kind):
    queue = None
    for _ in range(count):
        queue = Packet(queue, owner, kind)
    return queue


def simulate(count):
    kernel = Kernel()
    IdleTask(kernel, IDLE, 0, count)
    WorkerTask(kernel, WORKER, 1000, queue_of(2, WORKER, WORK_PACKET))
    HandlerTask(kernel, HANDLER_A, 2000, queue_of(3, DEVICE_A, DEVICE_PACKET))
    HandlerTask(kernel, HANDLER_B, 3000, queue_of(3, DEVICE_B, DEVICE_PACKET))
    DeviceTask(kernel, DEVICE_A, 4000)
    DeviceTask(kernel, DEVICE_B, 5000)
    steps = kernel.schedule()
    return kernel.packets, kernel.holds, steps


for _ in range(25):
    result = simulate(10000)
print(*result)
