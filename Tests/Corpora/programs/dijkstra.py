# Shortest paths with a binary heap, minimum spanning tree, topological order, strongly connected components.
# versions: 3.10-
class Heap:
    def __init__(self, items=()):
        self.items = []
        for item in items:
            self.push(item)

    def __len__(self):
        return len(self.items)

    def push(self, item):
        items = self.items
        items.append(item)
        i = len(items) - 1
        while i and items[(i - 1) // 2] > items[i]:
            items[i], items[(i - 1) // 2] = items[(i - 1) // 2], items[i]
            i = (i - 1) // 2

    def pop(self):
        items = self.items
        if not items:
            raise IndexError("empty heap")
        items[0], items[-1] = items[-1], items[0]
        result = items.pop()
        i, n = 0, len(items)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and items[child + 1] < items[child]:
                child += 1
            if items[i] <= items[child]:
                break
            items[i], items[child] = items[child], items[i]
            i = child
        return result


class Graph:
    def __init__(self, edges, directed=True):
        self.edges = {}
        for a, b, *weight in edges:
            self.edges.setdefault(a, {})[b] = weight[0] if weight else 1
            self.edges.setdefault(b, {})
            if not directed:
                self.edges[b][a] = self.edges[a][b]

    def shortest(self, start):
        distance, previous, heap = {start: 0}, {}, Heap([(0, start)])
        done = set()
        while heap:
            d, node = heap.pop()
            if node in done:
                continue
            done.add(node)
            for neighbour, weight in self.edges[node].items():
                if neighbour not in distance or d + weight < distance[neighbour]:
                    distance[neighbour] = d + weight
                    previous[neighbour] = node
                    heap.push((d + weight, neighbour))
        return distance, previous

    def path(self, start, goal):
        distance, previous = self.shortest(start)
        if goal not in distance:
            raise LookupError(f"no way from {start} to {goal}")
        path = [goal]
        while path[-1] != start:
            path.append(previous[path[-1]])
        return distance[goal], path[::-1]

    def spanning_tree(self):
        parent = {node: node for node in self.edges}

        def root(node):
            while parent[node] != node:
                parent[node] = parent[parent[node]]
                node = parent[node]
            return node

        tree = []
        for weight, a, b in sorted((w, a, b) for a, targets in self.edges.items() for b, w in targets.items() if a < b):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                tree.append((a, b, weight))
        return tree

    def topological(self):
        state, order = {}, []

        def visit(node, trail):
            match state.get(node):
                case "done":
                    return
                case "open":
                    raise ValueError("cycle: " + " ".join(trail[trail.index(node):] + [node]))
            state[node] = "open"
            for target in sorted(self.edges[node]):
                visit(target, trail + [node])
            state[node] = "done"
            order.append(node)

        for node in sorted(self.edges):
            visit(node, [])
        return order[::-1]

    def components(self):
        index, low, stack, on_stack, result, counter = {}, {}, [], set(), [], 0

        def connect(v):
            nonlocal counter
            index[v] = low[v] = counter
            counter += 1
            stack.append(v)
            on_stack.add(v)
            for w in self.edges[v]:
                if w not in index:
                    connect(w)
                    low[v] = min(low[v], low[w])
                elif w in on_stack:
                    low[v] = min(low[v], index[w])
            if low[v] == index[v]:
                component = []
                while True:
                    w = stack.pop()
                    on_stack.discard(w)
                    component.append(w)
                    if w == v:
                        break
                result.append(sorted(component))

        for v in self.edges:
            if v not in index:
                connect(v)
        return sorted(result)


ROADS = [("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9)]
roads = Graph(ROADS, directed=False)
print(roads.path("a", "e"), sorted(roads.shortest("a")[0].items()))
print(roads.spanning_tree(), sum(w for *_, w in roads.spanning_tree()))
tasks = Graph([("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes")])
print(tasks.topological())
web = Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4), (7, 6)])
print(web.components())
grid = Graph([((x, y), (x + dx, y + dy), (x * 7 + y * 3) % 5 + 1) for x in range(12) for y in range(12) for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0))
              if 0 <= x + dx < 12 and 0 <= y + dy < 12])
cost, path = grid.path((0, 0), (11, 11))
print(cost, len(path), path[:4])
for action in (lambda: roads.path("a", "zzz"), Graph([("x", "y"), ("y", "z"), ("z", "x")]).topological, Heap().pop):
    try:
        action()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
