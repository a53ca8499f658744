import Builtins
import Bytecode
import Runtime

/// A code object whose fields arrive one after the other. The constants are with the caller, where the collector sees them.
final class MarshalledCode {
  private let t: Thread
  private var fields: CodeImage.Fields
  private var cells: [Text] = []
  private var free: [Text] = []
  private var kinds: [LocalKind]?
  private var hasQualifiedName = false

  init(_ t: Thread, _ version: PythonVersion) {
    self.t = t
    fields = CodeImage.Fields(version: version)
  }

  static func isNumber(_ field: CodeField) -> Bool {
    switch field {
    case .argcount, .posonlyargcount, .kwonlyargcount, .nlocals, .stacksize, .flags, .firstlineno: true
    default: false
    }
  }

  func set(_ field: CodeField, _ n: Int) {
    switch field {
    case .argcount: fields.argumentCount = n
    case .posonlyargcount: fields.positionalOnlyCount = n
    case .kwonlyargcount: fields.keywordOnlyCount = n
    case .nlocals: fields.storedLocalCount = n
    case .stacksize: fields.stackSize = n
    case .flags: fields.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: n))
    default: fields.firstLine = n
    }
  }

  func set(_ field: CodeField, _ v: Value) throws(Raised) {
    switch field {
    case .code: fields.code = try bytes(v)
    case .consts: guard v.isKind(.tuple) else { throw badArgument() }
    case .names: fields.names = try texts(v)
    case .varnames, .localsplusnames: fields.localsPlusNames = try texts(v)
    case .localspluskinds: kinds = try bytes(v).map { LocalKind(rawValue: $0) }
    case .freevars: free = try texts(v)
    case .cellvars: cells = try texts(v)
    case .filename: fields.fileName = try text(v)
    case .name: fields.name = try text(v)
    case .qualname:
      fields.qualifiedName = try text(v)
      hasQualifiedName = true
    case .linetable: fields.lineTable = try bytes(v)
    default: fields.exceptionTable = try bytes(v)
    }
  }

  /// The code object, verified.
  func finish(constants: Value) throws(Raised) -> Value {
    if !hasQualifiedName { fields.qualifiedName = fields.name }
    if let kinds {
      guard kinds.count == fields.localsPlusNames.count else { throw badArgument() }
      fields.localsPlusKinds = kinds
    } else {
      fields.localsPlusKinds = fields.localsPlusNames.map { _ in .local }
      for (names, kind) in [(cells, LocalKind.cell), (free, LocalKind.free)] {
        fields.localsPlusNames += names
        fields.localsPlusKinds += names.map { _ in kind }
      }
    }
    if constants.isNull { throw badArgument() }
    return Value(try t.makeCode(&fields, constants: constants))
  }

  private func badArgument() -> Raised { t.raise(t.types.systemError, "bad argument to internal function") }

  private func bytes(_ v: Value) throws(Raised) -> ByteString {
    guard v.isKind(.bytes), let view = ByteView(t, v) else { throw badArgument() }
    return ByteString(Array(UnsafeBufferPointer(start: view.base, count: view.count)))
  }

  private func text(_ v: Value) throws(Raised) -> Text {
    guard v.isKind(.str) else { throw badArgument() }
    return t.text(of: v)
  }

  private func texts(_ v: Value) throws(Raised) -> [Text] {
    guard v.isKind(.tuple) else { throw badArgument() }
    let items = v.tupleSlots
    var result: [Text] = []
    for i in 0..<items.count { result.append(try text(items[i])) }
    return result
  }
}
