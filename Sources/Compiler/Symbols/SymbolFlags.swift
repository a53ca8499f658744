/// What a scope says about a name: how it occurs there, and, after the analysis, where it lives.
struct SymbolFlags: OptionSet, Hashable, BitwiseCopyable {
  let rawValue: UInt32

  /// Declared `global`.
  static let global = SymbolFlags(rawValue: 1)
  /// Assigned.
  static let local = SymbolFlags(rawValue: 1 << 1)
  static let parameter = SymbolFlags(rawValue: 1 << 2)
  /// Declared `nonlocal`.
  static let nonlocal = SymbolFlags(rawValue: 1 << 3)
  static let used = SymbolFlags(rawValue: 1 << 4)
  /// Bound in a class, and free in a function of it.
  static let freeInClass = SymbolFlags(rawValue: 1 << 6)
  static let imported = SymbolFlags(rawValue: 1 << 7)
  static let annotated = SymbolFlags(rawValue: 1 << 8)
  /// The target of a comprehension's `for`.
  static let iterated = SymbolFlags(rawValue: 1 << 9)
  static let typeParameter = SymbolFlags(rawValue: 1 << 10)
  /// A cell of a comprehension that was inlined here.
  static let cellOfComprehension = SymbolFlags(rawValue: 1 << 11)

  static let bound: SymbolFlags = [.local, .parameter, .imported, .typeParameter]

  private static let placeShift: UInt32 = 12
  private static let placeMask: UInt32 = 15 << placeShift

  /// Where the name lives.
  var place: NamePlace { NamePlace(rawValue: UInt8(truncatingIfNeeded: (rawValue & Self.placeMask) >> Self.placeShift)) ?? .unknown }

  /// The flags without the place.
  var withoutPlace: SymbolFlags { SymbolFlags(rawValue: rawValue & ~Self.placeMask) }

  func at(_ place: NamePlace) -> SymbolFlags {
    SymbolFlags(rawValue: rawValue & ~Self.placeMask | UInt32(place.rawValue) << Self.placeShift)
  }
}

/// Where a name lives, seen from a scope.
enum NamePlace: UInt8 {
  case unknown
  case local
  case globalExplicit
  case globalImplicit
  case free
  case cell
}

/// The names of a scope with their flags, in the order in which they first occurred. Whoever holds it last calls `free`.
struct SymbolMap {
  private(set) var names = NameIndex()
  private var values = PlainBuffer<SymbolFlags>(capacity: 16)

  func free() {
    names.free()
    values.free()
  }

  /// The flags of a name; none if it does not occur.
  subscript(name: UInt32) -> SymbolFlags {
    get {
      let index = names.find(name)
      return index < 0 ? [] : values[index]
    }
    set {
      let index = names.add(name)
      if index == values.count { values.append(newValue) } else { values.base[index] = newValue }
    }
  }

  var count: Int { values.count }
  func name(_ index: Int) -> UInt32 { names.items[index] }
  func flags(_ index: Int) -> SymbolFlags { values[index] }
  mutating func setFlags(_ index: Int, _ flags: SymbolFlags) { values.base[index] = flags }
}
