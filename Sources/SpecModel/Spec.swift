/// Everything that `Spec/` says.
public struct Spec: Sendable {
  public var families: [Family] = []
  public var releases: [Release] = []
  public var tables: [OperandTable] = []
  /// In the order of their files, then of their places.
  public var instructions: [InstructionDefinition] = []
  /// Oldest first.
  public var versions: [VersionSpec] = []
  /// The versions that get interpreters; nil for all.
  public var interpreters: [Located<Version>]?
  /// Those of them whose code is also lowered to register form.
  public var registerForms: [Located<Version>] = []
  /// What differs between versions in builtins and native modules.
  public var library = Library()

  public init() {}

  public func instruction(_ name: String) -> InstructionDefinition? { instructions.first { $0.name.value == name } }

  public func table(_ name: String) -> OperandTable? { tables.first { $0.name.value == name } }

  public func release(_ version: Version) -> Release? { releases.first { $0.version == version } }

  public func hasInterpreter(_ version: VersionSpec) -> Bool {
    !version.isReadOnly && interpreters?.contains { $0.value == version.version } ?? true
  }

  public func hasRegisterForm(_ version: VersionSpec) -> Bool {
    hasInterpreter(version) && registerForms.contains { $0.value == version.version }
  }
}

public struct Family: Sendable {
  public let name: Located<String>
  public let doc: String

  package init(name: Located<String>, doc: String) {
    self.name = name
    self.doc = doc
  }
}

/// The magic numbers of a Python release.
public struct Release: Sendable {
  public let version: Version
  public let first: Int
  public let released: Int
  public let place: Place

  package init(version: Version, first: Int, released: Int, place: Place) {
    self.version = version
    self.first = first
    self.released = released
    self.place = place
  }
}

/// A numbered list that operands index.
public struct OperandTable: Sendable {
  public let name: Located<String>
  public let doc: String
  /// The versions whose `dis` shows the entries.
  public let shown: Shown
  public let entries: [Entry]

  package init(name: Located<String>, doc: String, shown: Shown, entries: [Entry]) {
    self.name = name
    self.doc = doc
    self.shown = shown
    self.entries = entries
  }

  public enum Shown: Sendable {
    case always, never
    case versions(VersionRange)

    public func contains(_ version: Version) -> Bool {
      switch self {
      case .always: true
      case .never: false
      case .versions(let range): range.contains(version)
      }
    }
  }

  public struct Entry: Sendable {
    public let value: Int
    public let name: Located<String>
    /// What `dis` shows.
    public let text: String
    public let kernel: Located<String>?
    public let versions: VersionRange?
    /// False for numbers that no code has.
    public let isValid: Bool
    /// What CPython's compiler puts into the field `_hint` of an operand beside the entry.
    public let hint: Int

    package init(
      value: Int, name: Located<String>, text: String, kernel: Located<String>?, versions: VersionRange?,
      isValid: Bool, hint: Int
    ) {
      self.value = value
      self.name = name
      self.text = text
      self.kernel = kernel
      self.versions = versions
      self.isValid = isValid
      self.hint = hint
    }
  }

  public func entries(in version: Version) -> [Entry] {
    entries.filter { $0.versions?.contains(version) ?? true }.sorted { $0.value < $1.value }
  }
}

/// What belongs to one version: numbers, encoding, caches.
public struct VersionSpec: Sendable {
  public let version: Version
  public let place: Place
  public var encoding: Encoding
  public var exceptions: ExceptionModel
  public var file: FileFormat
  public var dis = DisStyle()
  public var values = ValueRules()
  /// Whether files of the version are only read and disassembled: its instructions need no definitions.
  public var isReadOnly: Bool
  public var haveArgument: Int
  /// How code behaves beyond what its instructions say.
  public var semantics: Set<Semantics>
  /// Whether CPython has the generated module `_opcode_metadata`.
  public var hasMetadataModule: Bool
  /// The names with which `opcode.opmap` starts, whatever their numbers.
  public var opmapStart: [Located<String>]
  /// Names that `opcode.opmap` lists behind another one in place of the order of numbers.
  public var opmapPlaces: [OpmapPlace]
  public var caches: [Cache]
  public var numbers: [Number]
  /// The operands of a read-only version's instructions without a definition, by name.
  public var operands: [String: Located<OperandField>]

  package init(
    version: Version, place: Place, encoding: Encoding, exceptions: ExceptionModel, file: FileFormat, isReadOnly: Bool,
    semantics: Set<Semantics>, haveArgument: Int, hasMetadataModule: Bool, opmapStart: [Located<String>], opmapPlaces: [OpmapPlace], caches: [Cache], numbers: [Number],
    operands: [String: Located<OperandField>]
  ) {
    self.version = version
    self.place = place
    self.encoding = encoding
    self.exceptions = exceptions
    self.file = file
    self.isReadOnly = isReadOnly
    self.semantics = semantics
    self.haveArgument = haveArgument
    self.hasMetadataModule = hasMetadataModule
    self.opmapStart = opmapStart
    self.opmapPlaces = opmapPlaces
    self.caches = caches
    self.numbers = numbers
    self.operands = operands
  }

  public enum Semantics: String, CaseIterable, Sendable {
    case generatorsConvertStopIteration = "generators_convert_stop_iteration"
    case docstringsHaveFlag = "docstrings_have_flag"

    public var doc: String {
      switch self {
      case .generatorsConvertStopIteration:
        "StopIteration that leaves a generator becomes RuntimeError there; in other versions the code has a handler for it"
      case .docstringsHaveFlag:
        "a flag of the code object says whether the first constant is the docstring; in other versions it is if it is a str"
      }
    }
  }

  public struct OpmapPlace: Sendable {
    public let name: Located<String>
    public let after: Located<String>

    package init(name: Located<String>, after: Located<String>) {
      self.name = name
      self.after = after
    }
  }

  public struct Encoding: Sendable {
    public let codeUnit: Int
    public let jumpUnit: Int
    public let jumpsSkipCaches: Bool
    public let extendedArg: Located<String>
    public let cache: Located<String>?
    /// The most code units that an inline cache has.
    public let longestCache: Int?
    public let generatorStartDepth: Int

    package init(
      codeUnit: Int, jumpUnit: Int, jumpsSkipCaches: Bool, extendedArg: Located<String>, cache: Located<String>?,
      longestCache: Int?, generatorStartDepth: Int
    ) {
      self.codeUnit = codeUnit
      self.jumpUnit = jumpUnit
      self.jumpsSkipCaches = jumpsSkipCaches
      self.extendedArg = extendedArg
      self.cache = cache
      self.longestCache = longestCache
      self.generatorStartDepth = generatorStartDepth
    }
  }

  public enum ExceptionModel: Sendable {
    case table
    case blocks(limit: Int, entrySlots: Int)
  }

  /// The layout of .pyc files.
  public struct FileFormat: Sendable {
    public let header: Header
    public let marshalVersion: Int
    public let lineTable: LineTable
    public let strings: Strings
    public let codeFields: [String]

    package init(header: Header, marshalVersion: Int, lineTable: LineTable, strings: Strings, codeFields: [String]) {
      self.header = header
      self.marshalVersion = marshalVersion
      self.lineTable = lineTable
      self.strings = strings
      self.codeFields = codeFields
    }

    public enum Header: String, CaseIterable, Sendable {
      case stamp
      case stampAndSize = "stamp_and_size"
      case flags
    }

    public enum LineTable: String, CaseIterable, Sendable {
      case unsignedLnotab = "unsigned_lnotab"
      case lnotab, lines, locations
    }

    /// What `str` is: text, or bytes as in Python 2.
    public enum Strings: String, CaseIterable, Sendable { case text, bytes }

    /// Every field that a code object of some version has.
    public static let knownCodeFields = [
      "argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags", "code", "consts", "names", "varnames",
      "freevars", "cellvars", "localsplusnames", "localspluskinds", "filename", "name", "qualname", "firstlineno", "linetable",
      "exceptiontable",
    ]
  }

  public struct Cache: Sendable {
    public let instruction: Located<String>
    public let fields: [Field]

    package init(instruction: Located<String>, fields: [Field]) {
      self.instruction = instruction
      self.fields = fields
    }

    public struct Field: Sendable {
      public let name: Located<String>
      public let units: Int

      package init(name: Located<String>, units: Int) {
        self.name = name
        self.units = units
      }
    }

    public var units: Int { fields.reduce(0) { $0 + $1.units } }
  }

  /// A name with its number.
  public struct Number: Sendable {
    public let name: Located<String>
    public let number: Int
    public let kind: Kind
    /// The instruction that a specialized or instrumented one stands for.
    public let base: Located<String>?
    /// CPython's stack effect of an instrumented one, where it is not that of its base.
    public let effect: Int?
    public let hasArgument: Bool?
    public let lists: [String]

    package init(
      name: Located<String>, number: Int, kind: Kind, base: Located<String>?, effect: Int?, hasArgument: Bool?,
      lists: [String]
    ) {
      self.name = name
      self.number = number
      self.kind = kind
      self.base = base
      self.effect = effect
      self.hasArgument = hasArgument
      self.lists = lists
    }

    public enum Kind: String, Sendable { case real, `internal`, specialized, instrumented, pseudo }
  }

  public func number(_ name: String) -> Number? { numbers.first { $0.name.value == name } }

  public func cache(_ name: String) -> Cache? { caches.first { $0.instruction.value == name } }
}
