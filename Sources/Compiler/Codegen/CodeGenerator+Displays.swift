import Bytecode

/// Displays, calls and strings.
extension CodeGenerator {
  enum Display {
    case list, tuple, set

    var build: Op { self == .set ? .BUILD_SET : .BUILD_LIST }
    var add: Op { self == .set ? .SET_ADD : .LIST_APPEND }
    var extend: Op { self == .set ? .SET_UPDATE : .LIST_EXTEND }
  }

  /// Builds a display of elements, some of which may be starred.
  /// - Parameters:
  ///   - pushed: how many elements are on the stack already;
  ///   - injected: the variable that is the last element; 0 if none is.
  func unpackStarred(
    _ elements: SyntaxList<Expression>, _ display: Display, pushed: Int = 0, injected: UInt32 = 0, _ location: CodeLocation
  ) throws(CompileError) {
    let items = tree[elements]
    if target.has(.BUILD_TUPLE_UNPACK) { return try mergeStarred(elements, display, location) }
    if !features.has(.foldsInGraph), items.count > 2, let constants = constants(elements) {
      return loadConstants(constants, display, pushed: pushed, location)
    }
    let isBig = items.count + pushed + (injected != 0 ? 1 : 0) > stackGuideline
    if !isBig, !tree.hasStarred(elements) {
      for item in items { try visit(item) }
      if injected != 0 { try load(injected, location) }
      let count = items.count + pushed + (injected != 0 ? 1 : 0)
      return emit(display == .tuple ? .BUILD_TUPLE : display.build, count, location)
    }
    var isBuilt = isBig
    if isBig { emit(display.build, pushed, location) }
    for (index, item) in items.enumerated() {
      if case .starred(let value, _) = tree[item] {
        if !isBuilt { emit(display.build, index + pushed, location) }
        isBuilt = true
        try visit(value)
        emit(display.extend, 1, location)
      } else {
        try visit(item)
        if isBuilt { emit(display.add, 1, location) }
      }
    }
    if injected != 0 {
      try load(injected, location)
      emit(display.add, 1, location)
    }
    if display == .tuple { emitIntrinsic(target.intrinsics.listToTuple, before: .LIST_TO_TUPLE, location) }
  }

  private func constants(_ elements: SyntaxList<Expression>) -> [Constant]? {
    for element in tree[elements] where tree.kind(of: element) != .constant { return nil }
    return tree[elements].map { element in
      if case .constant(let id, _) = tree[element] { pool.value(of: id, in: tree) } else { .none }
    }
  }

  /// A display of constants: one constant, or built from one.
  private func loadConstants(_ constants: [Constant], _ display: Display, pushed: Int, _ location: CodeLocation) {
    if display == .tuple, pushed == 0 { return load(.tuple(constants), location) }
    emit(display.build, pushed, location)
    load(display == .set ? .frozenset(distinct: constants, features) : .tuple(constants), location)
    emit(display.extend, 1, location)
    if display == .tuple { emitIntrinsic(target.intrinsics.listToTuple, before: .LIST_TO_TUPLE, location) }
  }

  // MARK: - Dicts

  func visitDict(
    _ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>, _ location: CodeLocation
  ) throws(CompileError) {
    if target.has(.BUILD_MAP_UNPACK) { return try mergeDict(keys, values, location) }
    let count = tree[values].count
    var hasDict = false
    var pending = 0
    for index in 0..<count {
      if tree[keys][index].expression == nil {
        if pending > 0 {
          try visitPairs(keys, values, index - pending..<index, location)
          if hasDict { emit(.DICT_UPDATE, 1, location) }
          hasDict = true
          pending = 0
        }
        if !hasDict { emit(.BUILD_MAP, 0, location) }
        hasDict = true
        try visit(tree[values][index])
        emit(.DICT_UPDATE, 1, location)
      } else if pending * 2 > stackGuideline {
        try visitPairs(keys, values, index - pending..<index + 1, location)
        if hasDict { emit(.DICT_UPDATE, 1, location) }
        hasDict = true
        pending = 0
      } else {
        pending += 1
      }
    }
    if pending > 0 {
      try visitPairs(keys, values, count - pending..<count, location)
      if hasDict { emit(.DICT_UPDATE, 1, location) }
      hasDict = true
    }
    if !hasDict { emit(.BUILD_MAP, 0, location) }
  }

  func visitPairs(
    _ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>, _ range: Range<Int>, _ location: CodeLocation
  ) throws(CompileError) {
    let isBig = range.count * 2 > stackGuideline
    if range.count > 1, !isBig, features.has(.constantKeyMaps), let constants = constantKeys(keys, range) {
      for index in range { try visit(tree[values][index]) }
      load(.tuple(constants), location)
      return emit(.BUILD_CONST_KEY_MAP, range.count, location)
    }
    if isBig { emit(.BUILD_MAP, 0, location) }
    for index in range {
      if let key = tree[keys][index].expression { try visit(key) }
      try visit(tree[values][index])
      if isBig { emit(.MAP_ADD, 1, location) }
    }
    if !isBig { emit(.BUILD_MAP, range.count, location) }
  }

  private func constantKeys(_ keys: SyntaxList<OptionalExpression>, _ range: Range<Int>) -> [Constant]? {
    var constants: [Constant] = []
    for index in range {
      guard let key = tree[keys][index].expression, case .constant(let value, _) = tree[key] else { return nil }
      constants.append(pool.value(of: value, in: tree))
    }
    return constants
  }

  // MARK: - Strings

  func visitJoined(_ values: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    let count = tree[values].count
    if count > stackGuideline {
      load(.string(""), location)
      emitMethod(names.join, location)
      emit(.BUILD_LIST, 0, location)
      for value in tree[values] {
        try visit(value)
        emit(.LIST_APPEND, 1, location)
      }
      return target.has(.CALL_METHOD) ? emit(.CALL_METHOD, 1, location) : emitCall(1, location)
    }
    try visit(values)
    if count == 0, features.has(.emptyTexts) { return load(.string(""), location) }
    if count != 1 { emit(.BUILD_STRING, count, location) }
  }

  private func conversionOperand(_ conversion: Int) -> Int {
    switch conversion {
    case 115: 1
    case 114: 2
    case 97: 3
    default: 0
    }
  }

  func visitFormatted(
    _ value: Expression, _ conversion: Int, _ formatSpec: Expression?, _ location: CodeLocation
  ) throws(CompileError) {
    try visit(value)
    if target.has(.FORMAT_VALUE) {
      if let formatSpec { try visit(formatSpec) }
      // The conversion, and the bit for a specification.
      return emit(.FORMAT_VALUE, conversionOperand(conversion) | (formatSpec == nil ? 0 : 4), location)
    }
    if conversion != -1 { emit(.CONVERT_VALUE, conversionOperand(conversion), location) }
    guard let formatSpec else { return emit(.FORMAT_SIMPLE, location) }
    try visit(formatSpec)
    emit(.FORMAT_WITH_SPEC, location)
  }

  func visitInterpolation(
    _ value: Expression, _ source: ConstantID, _ conversion: Int, _ formatSpec: Expression?, _ location: CodeLocation
  ) throws(CompileError) {
    try visit(value)
    load(source, location)
    if let formatSpec { try visit(formatSpec) }
    let operand = (formatSpec == nil ? 2 : 3) | (conversion == -1 ? 0 : conversionOperand(conversion)) << 2
    emit(.BUILD_INTERPOLATION, operand, location)
  }

  func visitTemplate(_ values: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    var wasInterpolation = true
    var strings = 0
    var interpolations = 0
    for value in tree[values] {
      if tree.kind(of: value) == .interpolation {
        interpolations += 1
        if wasInterpolation {
          load(.string(""), location)
          strings += 1
        }
        wasInterpolation = true
      } else {
        try visit(value)
        strings += 1
        wasInterpolation = false
      }
    }
    if wasInterpolation {
      load(.string(""), location)
      strings += 1
    }
    emit(.BUILD_TUPLE, strings, location)
    for value in tree[values] where tree.kind(of: value) == .interpolation { try visit(value) }
    emit(.BUILD_TUPLE, interpolations, location)
    emit(.BUILD_TEMPLATE, location)
  }
}
