"""Objects: attribute loads and stores, methods, properties, inheritance, class attributes, slots."""


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


class Particle:
    gravity = -9.8
    alive = 0

    def __init__(self, position, velocity):
        self.position = position
        self.velocity = velocity
        self.age = 0
        Particle.alive += 1

    @property
    def speed(self):
        return self.velocity.dot(self.velocity) ** 0.5

    def step(self, dt):
        self.velocity.z += self.gravity * dt
        self.position = self.position + self.velocity.scaled(dt)
        self.age += 1
        if self.position.z < 0.0:
            self.bounce()

    def bounce(self):
        self.position.z = -self.position.z
        self.velocity.z = -self.velocity.z * 0.9


class Heavy(Particle):
    gravity = -20.0

    def step(self, dt):
        super().step(dt)
        self.velocity.x *= 0.999


class Counter:
    __slots__ = ("hits", "misses", "last")

    def __init__(self):
        self.hits = self.misses = 0
        self.last = None

    def record(self, value):
        if value == self.last:
            self.hits += 1
        else:
            self.misses += 1
        self.last = value


class Shape:
    def area(self):
        raise NotImplementedError


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle(Square):
    def __init__(self, side, other):
        Square.__init__(self, side)
        self.other = other

    def area(self):
        return self.side * self.other


def main(steps):
    particles = [(Heavy if i % 3 == 0 else Particle)(Vector(i, 0.5 * i, 10.0), Vector(1.0, 0.1 * i, 0.0)) for i in range(30)]
    counter = Counter()
    for _ in range(steps):
        for particle in particles:
            particle.step(0.01)
            counter.record(particle.position.z > 5.0)
    print(f"{sum(p.speed for p in particles):.6f} {sum(p.position.x for p in particles):.6f}", Particle.alive, particles[0].age)
    print(counter.hits, counter.misses)
    shapes = [Square(i) if i % 2 else Rectangle(i, 2) for i in range(100)]
    print(sum(shape.area() for _ in range(steps // 4) for shape in shapes))


main(40000)
