/// Builds assembly text: tokens in their written form.
struct AssemblyText {
  private(set) var bytes: [UInt8] = []
  let interning: Interning

  init(interning: Interning) { self.interning = interning }

  /// Appends text as it is.
  mutating func append(_ text: String) { bytes += text.utf8 }

  mutating func append(bytes more: [UInt8]) { bytes += more }

  /// Spaces up to a column of the line that began at `start`; at least one.
  mutating func pad(to column: Int, from start: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(1, column - (bytes.count - start))))
  }

  // MARK: Names

  /// A name: bare if its characters allow it and it is interned, else quoted.
  mutating func append(name: Text) {
    if name.isInterned, AssemblyText.isBare(name) {
      bytes += name.utf8
    } else {
      if !name.isInterned { append("n") }
      append(quoted: name)
    }
  }

  /// The name of a code object.
  mutating func append(title: Text) {
    let isUsual = title.isInterned == interning.titles.interns(title)
    if isUsual, AssemblyText.isBare(title) {
      bytes += title.utf8
    } else {
      if !isUsual { append(title.isInterned ? "i" : "n") }
      append(quoted: title)
    }
  }

  mutating func append(id: CodeID) {
    if AssemblyText.isBare(id.name) { bytes += id.name.utf8 } else if !id.name.isEmpty { append(quoted: id.name) }
    if id.number != 1 { append("~\(id.number)") }
  }

  private mutating func append(quoted text: Text) {
    var repr = PythonRepr()
    repr.append(repr: text)
    bytes += repr.bytes
  }

  static let bareExcluded = Set(" ,;'\"()~#=@:*/|".utf8)

  /// Whether a character may stand in a name without quotes.
  static func isBare(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x7F && !bareExcluded.contains(byte) }

  static func isBare(_ name: Text) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy(isBare)
      && (name.isASCII || name.codePoints.allSatisfy { $0 < 0x80 || isPrintable($0) })
  }

  // MARK: Constants

  mutating func append(_ form: ConstantForm) {
    switch form {
    case .value(let constant): append(value: constant)
    case .code(let id):
      append("code ")
      append(id: id)
    case .items(.tuple, let items): append(items, "(", items.count == 1 ? ",)" : ")")
    case .items(.list, let items): append(items, "[", "]")
    case .items(.set, let items): append(items, "set(", ")")
    case .items(.frozenset, let items): append(items, "frozenset(", ")")
    case .items(.dictionary, let items): append(items, "dict(", ")")
    case .items(.slice, let items): append(items, "slice(", ")")
    }
  }

  private mutating func append(_ items: [ConstantForm], _ open: String, _ close: String) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(", ") }
      append(item)
    }
    append(close)
  }

  private mutating func append(value: Constant) {
    switch value {
    case .string(let text):
      if text.isInterned != interning.constants.interns(text) { append(text.isInterned ? "i" : "n") }
      append(quoted: text)
    case .float(let bits): append(float: bits)
    case .complex(let real, let imaginary):
      append("complex(")
      append(float: real)
      append(", ")
      append(float: imaginary)
      append(")")
    case .stopIteration: append("StopIteration")
    default:
      var repr = PythonRepr()
      repr.append(value)
      bytes += repr.bytes
    }
  }

  private mutating func append(float bits: UInt64) {
    let value = Double(bitPattern: bits)
    if value.isNaN { return append(bits == Double.nan.bitPattern ? "nan" : "nan(0x\(String(bits, radix: 16)))") }
    var repr = PythonRepr()
    repr.append(float: value, integralSuffix: true)
    bytes += repr.bytes
  }

  // MARK: Positions

  /// `@LINE:COLUMN-ENDLINE:ENDCOLUMN`, without what is the same as before or not known.
  mutating func append(_ position: SourcePosition, after previous: SourcePosition) {
    append("@")
    guard let line = position.line else { return append("-") }
    let hasColumns = position.column != nil || position.endColumn != nil
    if !hasColumns || line != previous.line { append("\(line)") }
    guard hasColumns else {
      if let end = position.endLine, end != line { append(":?-\(end):?") }
      return
    }
    append(":\(position.column.map(String.init) ?? "?")-")
    if let end = position.endLine, end != line { append("\(end):") }
    append(position.endColumn.map(String.init) ?? "?")
  }

  mutating func append(hex: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    for byte in hex {
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}

/// Which strings are interned when nothing is said.
struct Interning: Equatable {
  /// Strings among the constants.
  var constants = InterningRule.names
  /// The names of code objects.
  var titles = InterningRule.all
}

/// Which strings of a group are interned when nothing is said.
enum InterningRule: String, CaseIterable {
  /// Those that look like names.
  case names
  case all

  func interns(_ text: Text) -> Bool {
    self == .all
      || text.utf8.allSatisfy(InterningRule.isNameByte)
  }
}
