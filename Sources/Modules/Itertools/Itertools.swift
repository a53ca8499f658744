import Runtime

/// Module `itertools` (CPython: Modules/itertoolsmodule.c): one file per group of iterators.
enum Itertools {
  static let module = ModuleSpec(
    "itertools", doc: "Functional tools for creating and using iterators.",
    functions: [
      NativeFunctionSpec("tee(iterable, n=2, /)", "Returns a tuple of n independent iterators.") { t, a throws(Raised) in
        try tee(t, iterable: a[0], count: a[1])
      }
    ]
  ) { t, m throws(Raised) in
    try t.addType(m, accumulate, AccumulateObject.self)
    try t.addType(m, batched, BatchedObject.self)
    try t.addType(m, chain, ChainObject.self)
    try t.addType(m, combinations, CombinationsObject.self)
    try t.addType(m, combinationsWithReplacement, CombinationsObject.self)
    try t.addType(m, compress, CompressObject.self)
    try t.addType(m, count, CountObject.self)
    try t.addType(m, cycle, CycleObject.self)
    try t.addType(m, dropwhile, PredicateObject.self)
    try t.addType(m, filterfalse, PredicateObject.self)
    let group = try t.addType(m, groupby, GroupbyObject.self)
    try t.setCompanions(group, try t.addType(m, grouper, GrouperObject.self))
    try t.addType(m, islice, IsliceObject.self)
    try t.addType(m, pairwise, PairwiseObject.self)
    try t.addType(m, permutations, PermutationsObject.self)
    try t.addType(m, product, ProductObject.self)
    try t.addType(m, `repeat`, RepeatObject.self)
    try t.addType(m, starmap, PredicateObject.self)
    try t.addType(m, takewhile, PredicateObject.self)
    try t.addType(m, teeIterator, TeeObject.self)
    try t.addType(m, teeNode, TeeNode.self, flags: [])
    try t.addType(m, zipLongest, ZipLongestObject.self)
  }
}
