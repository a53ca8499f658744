import Runtime

/// Module `collections` (CPython: Lib/collections/__init__.py, Modules/_collectionsmodule.c).
enum Collections {
  static let module = ModuleSpec("collections", doc: "This module implements specialized container datatypes.") { t, m throws(Raised) in
    let dequeType = try t.addType(m, deque, DequeObject.self)
    let forward = try t.addType(m, dequeIteratorSpec, DequeIteratorObject.self)
    try t.setCompanions(dequeType, forward, try t.addType(m, dequeReverseIteratorSpec, DequeIteratorObject.self))
  }
}
