import Runtime

/// The tables of the containers and their iterators.
enum ContainerTables {
  static var types: [TypeSpec] {
    [
      ListType.spec, TupleType.spec, DictType.spec, DictViews.keys, DictViews.values, DictViews.items, SetType.set, SetType.frozenset, SliceType.spec,
      RangeType.spec,
    ] + IteratorTypes.specs + IteratorFunctions.specs
  }
}
