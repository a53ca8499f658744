class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.position = [x, y, z]
        self.velocity = [vx, vy, vz]
        self.mass = mass


def make():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743),
        Body(4.84143144246472, -1.16032004402743, -0.10362204447112, 0.60632639299583, 2.81198684491626, -0.02521836165989, 0.0376936749),
        Body(8.34336671824458, 4.12479856412431, -0.40352341711433, -1.01077434617879, 1.82566237123041, 0.00841576137658, 0.0112863261),
    ]


def advance(bodies, steps, dt):
    for _ in range(steps):
        for i, a in enumerate(bodies):
            for b in bodies[i + 1:]:
                dx = a.position[0] - b.position[0]
                dy = a.position[1] - b.position[1]
                dz = a.position[2] - b.position[2]
                force = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
                for body, other, sign in ((a, b, -1), (b, a, 1)):
                    body.velocity[0] += sign * dx * other.mass * force
                    body.velocity[1] += sign * dy * other.mass * force
                    body.velocity[2] += sign * dz * other.mass * force
        for body in bodies:
            position, velocity = body.position, body.velocity
            for k in range(3):
                position[k] += dt * velocity[k]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        for v in a.velocity:
            total += 0.5 * a.mass * v * v
        for b in bodies[i + 1:]:
            square = 0.0
            for p, q in zip(a.position, b.position):
                square += (p - q) ** 2
            total -= a.mass * b.mass / square ** 0.5
    return total


bodies = make()
print(round(energy(bodies), 12))
advance(bodies, 200, 0.01)
print(round(energy(bodies), 12))
for body in bodies:
    x, y, z = body.position
    print(round(x, 9), round(y, 9), round(z, 9))
