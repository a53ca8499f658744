/// The immutable description of a code object: everything that a .pyc or a compiler says about it, and nothing of a
/// runtime.
///
/// The fields are CPython's `co_*` attributes. All versions share one layout: up to 3.10, where `co_varnames`,
/// `co_cellvars` and `co_freevars` are stored apart, `localsPlus` is their concatenation, which is also the order of
/// the slots in the frame (a parameter that is also a cell then occupies two slots).
///
/// An image may be malformed in every way that its types allow; the verifier decides.
public final class CodeImage: Sendable {
  /// The Python version whose instructions `code` holds.
  public let version: PythonVersion

  /// The number of positional parameters, positional-only ones included, keyword-only ones and `*args` excluded.
  public let argumentCount: Int
  /// The number of positional-only parameters.
  public let positionalOnlyCount: Int
  /// The number of keyword-only parameters.
  public let keywordOnlyCount: Int
  /// `co_nlocals`: the number of slots whose kind has `local`.
  public let localCount: Int
  /// `co_nlocals` as the file has it where that is another number (up to 3.10; the verifier refuses such code); else nil.
  public let storedLocalCount: Int?
  /// The largest depth of the value stack, in slots.
  public let stackSize: Int
  public let flags: CodeFlags

  /// The instructions, as stored.
  public let code: ByteString
  public let constants: [Constant]
  /// The names that attribute, global and import instructions refer to.
  public let names: [Text]
  /// The variables that live in the frame: locals (parameters first), cells, free variables.
  public let localsPlusNames: [Text]
  /// One per entry of `localsPlusNames`.
  public let localsPlusKinds: [LocalKind]

  public let fileName: Text
  public let name: Text
  /// `co_qualname`; up to 3.10, which has none, it equals `name`.
  public let qualifiedName: Text
  public let firstLine: Int
  /// Line or location information in the version's own format.
  public let lineTable: ByteString
  /// The exception table (from 3.11; else empty).
  public let exceptionTable: ByteString

  /// All fields of a code object, to be given by whoever makes one.
  public struct Fields {
    public var version: PythonVersion
    public var argumentCount = 0
    public var positionalOnlyCount = 0
    public var keywordOnlyCount = 0
    public var stackSize = 0
    public var flags: CodeFlags = []
    public var code = ByteString()
    public var constants: [Constant] = []
    public var names: [Text] = []
    public var localsPlusNames: [Text] = []
    public var localsPlusKinds: [LocalKind] = []
    /// `co_nlocals` of the file; nil: the number of slots whose kind has `local`.
    public var storedLocalCount: Int?
    public var fileName: Text = ""
    public var name: Text = ""
    public var qualifiedName: Text = ""
    public var firstLine = 1
    public var lineTable = ByteString()
    public var exceptionTable = ByteString()

    public init(version: PythonVersion) { self.version = version }
  }

  /// Makes an image. `localsPlusNames` and `localsPlusKinds` must be of the same length.
  public init(_ fields: Fields) {
    precondition(fields.localsPlusNames.count == fields.localsPlusKinds.count)
    version = fields.version
    argumentCount = fields.argumentCount
    positionalOnlyCount = fields.positionalOnlyCount
    keywordOnlyCount = fields.keywordOnlyCount
    localCount = fields.localsPlusKinds.reduce(0) { $0 + ($1.contains(.local) ? 1 : 0) }
    storedLocalCount = fields.storedLocalCount == localCount ? nil : fields.storedLocalCount
    stackSize = fields.stackSize
    flags = fields.flags
    code = fields.code
    constants = fields.constants
    names = fields.names
    localsPlusNames = fields.localsPlusNames
    localsPlusKinds = fields.localsPlusKinds
    fileName = fields.fileName
    name = fields.name
    qualifiedName = fields.qualifiedName
    firstLine = fields.firstLine
    lineTable = fields.lineTable
    exceptionTable = fields.exceptionTable
  }

  /// The fields, for an edited copy.
  public var fields: Fields {
    var fields = Fields(version: version)
    fields.argumentCount = argumentCount
    fields.positionalOnlyCount = positionalOnlyCount
    fields.keywordOnlyCount = keywordOnlyCount
    fields.storedLocalCount = storedLocalCount
    fields.stackSize = stackSize
    fields.flags = flags
    fields.code = code
    fields.constants = constants
    fields.names = names
    fields.localsPlusNames = localsPlusNames
    fields.localsPlusKinds = localsPlusKinds
    fields.fileName = fileName
    fields.name = name
    fields.qualifiedName = qualifiedName
    fields.firstLine = firstLine
    fields.lineTable = lineTable
    fields.exceptionTable = exceptionTable
    return fields
  }

  /// The number of parameters of all kinds: the leading slots of `localsPlusNames`.
  public var parameterCount: Int {
    argumentCount + keywordOnlyCount + (flags.contains(.variadicPositional) ? 1 : 0)
      + (flags.contains(.variadicKeywords) ? 1 : 0)
  }

  /// The number of free variables: the length of the closure that a function of this code needs.
  public var freeVariableCount: Int {
    localsPlusKinds.reduce(0) { $0 + ($1.contains(.free) ? 1 : 0) }
  }

  /// `co_varnames`, `co_cellvars` or `co_freevars`: the names whose kind has `kind`, in slot order.
  public func variableNames(_ kind: LocalKind) -> [Text] {
    zip(localsPlusNames, localsPlusKinds).filter { $0.1.contains(kind) }.map(\.0)
  }
}

extension CodeImage: Hashable {
  public static func == (left: CodeImage, right: CodeImage) -> Bool {
    left === right
      || (left.version == right.version && left.argumentCount == right.argumentCount
        && left.positionalOnlyCount == right.positionalOnlyCount && left.keywordOnlyCount == right.keywordOnlyCount
        && left.stackSize == right.stackSize && left.flags == right.flags && left.firstLine == right.firstLine
        && left.code == right.code && left.names == right.names && left.localsPlusNames == right.localsPlusNames
        && left.localsPlusKinds == right.localsPlusKinds && left.fileName == right.fileName
        && left.name == right.name && left.qualifiedName == right.qualifiedName
        && left.lineTable == right.lineTable && left.exceptionTable == right.exceptionTable
        && left.constants == right.constants)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(qualifiedName)
    hasher.combine(firstLine)
    hasher.combine(code)
  }
}
