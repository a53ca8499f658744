import Runtime

/// The table of mappingproxy: a read-only view of a mapping.
enum MappingProxyType {
  static let spec = TypeSpec(
    "mappingproxy", doc: "Read-only proxy of a mapping.", functions: access + comparisons,
    finish: { t, type throws(Raised) in
      type.flags.insert(.mapping)
      if !t.has(.mappingproxyHash) { try t.dictSet(type.dict, t.name(.__hash__), .none) }
    })

  private static func mapping(_ a: Slots) -> Value { a[0].unchecked(as: MappingProxyObject.self).mapping }

  private static let access: [NativeFunctionSpec] = [
    .init("__new__(cls, mapping)", "Create a new mappingproxy.") { t, a throws(Raised) in
      // A deque itself is a sequence only.
      let type = t.typeOf(a[1])
      let isDeque = a[1].isKind(.record) && !type.flags.contains(.heap) && t.isOwnSequenceMethod(t.lookup(type, .__mul__))
      let isSubscriptable = !a[1].isKind(.list) && !a[1].isKind(.tuple) && !isDeque && !t.lookupSpecial(a[1], .__getitem__).isNull
      let isMapping = a[1].isKind(.dict) || isSubscriptable
      if !isMapping { throw t.raise(t.types.typeError, "mappingproxy() argument must be a mapping, not %T", a[1]) }
      return try t.makeMappingProxy(a[1])
    },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try t.getItem(mapping(a), a[1]) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in Value(try t.contains(mapping(a), a[1])) },
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in try t.int(try t.length(mapping(a))) },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.iterator(of: mapping(a)) },
    .init("__reversed__(self, /)", "D.__reversed__() -> reverse iterator") { t, a throws(Raised) in try t.callMethod(mapping(a), .__reversed__) },
    .init("get(self, key, default=None, /)", "Return the value for key if key is in the mapping, else default.") { t, a throws(Raised) in
      try t.callMethod(mapping(a), .get, a[1], a[2])
    },
    .init("keys(self, /)", "D.keys() -> a set-like object providing a view on D's keys") { t, a throws(Raised) in try t.callMethod(mapping(a), .keys) },
    .init("values(self, /)", "D.values() -> an object providing a view on D's values") { t, a throws(Raised) in
      try t.callMethod(mapping(a), .values)
    },
    .init("items(self, /)", "D.items() -> a set-like object providing a view on D's items") { t, a throws(Raised) in
      try t.callMethod(mapping(a), .items)
    },
    .init("copy(self, /)", "D.copy() -> a shallow copy of D") { t, a throws(Raised) in try t.callMethod(mapping(a), .copy) },
  ]

  private static func plain(_ v: Value) -> Value { v.isKind(.mappingProxy) ? v.unchecked(as: MappingProxyObject.self).mapping : v }

  private static let comparisons: [NativeFunctionSpec] = [
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.message("mappingproxy(%R)", mapping(a)) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.str(of: mapping(a)) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      return try t.int(try t.hash(mapping(a)))
    },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try t.compare(.less, mapping(a), a[1]) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try t.compare(.lessOrEqual, mapping(a), a[1]) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try t.compare(.greater, mapping(a), a[1]) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try t.compare(.greaterOrEqual, mapping(a), a[1]) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try t.compare(.equal, mapping(a), plain(a[1])) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try t.compare(.notEqual, mapping(a), plain(a[1])) },
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try t.binary(.or, plain(a[0]), plain(a[1])) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try t.binary(.or, plain(a[1]), plain(a[0])) },
    .init("__ior__(self, value, /)", "Return self|=value.") { t, a throws(Raised) in
      throw t.raise(t.types.typeError, "'|=' is not supported by mappingproxy; use '|' instead")
    },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
  ]
}
