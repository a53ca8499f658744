/// What a program may do with files.
public struct FilePermissions: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Open files for reading.
  public static let reading = FilePermissions(rawValue: 1)
  /// Open files that exist for writing.
  public static let writing = FilePermissions(rawValue: 2)
  /// Make files.
  public static let creating = FilePermissions(rawValue: 4)
  public static let all: FilePermissions = [.reading, .writing, .creating]
}

/// The Swift side of an interpreter: the tables of native types and modules, by name. Only set-up code and `import` look here.
public final class InterpreterBox {
  private var types: [TypeSpec]
  private let modules: [ModuleSpec]
  private var typeIndex: [String: Int] = [:]
  private var moduleIndex: [String: Int] = [:]
  /// Types of native modules made so far: position in the interpreter's list of roots.
  private var nativeTypes: [String: Int] = [:]
  /// Finds modules in the file system; nil: only native modules can be imported.
  public var finder: (any ModuleFinder)?
  /// Makes code of sources; nil: there is only bytecode.
  public var compiler: (any SourceCompiler)?
  /// The source of the command line, where tracebacks show its lines.
  public var commandSources: [CommandSource] = []
  /// Code objects have no columns (`-X no_debug_ranges`).
  public var hidesColumns = false
  /// Shows syntax trees as objects; nil: there are none.
  public var trees: (any SyntaxTreeObjects)?
  /// What the program may do with files of the file system; the standard streams are its own in any case.
  public var files = FilePermissions.all
  /// The program may start processes and send them signals.
  public var startsProcesses = true

  /// What the program is told of its run.
  public var settings = RunSettings()

  /// The Swift program's side of the interpreter, for what it hands to Python; nil if there is none.
  public var host: AnyObject?

  /// - Parameters:
  ///   - types: tables for the types of `BuiltinTypes` and of native modules, found by `TypeSpec.name`.
  ///   - modules: native modules, made when first imported.
  public init(types: [TypeSpec], modules: [ModuleSpec]) {
    self.types = types
    self.modules = modules
    for (i, spec) in types.enumerated() { typeIndex[spec.name.description] = i }
    for (i, spec) in modules.enumerated() { moduleIndex[spec.name.description] = i }
  }

  func specIndex(of qualified: StaticString) -> Int { typeIndex[qualified.description] ?? -1 }
  func typeSpec(_ index: Int) -> TypeSpec { types[index] }

  /// Adds the table of a type that its module declares when it is imported.
  func add(_ spec: TypeSpec) {
    let name = spec.name.description
    if typeIndex[name] != nil { return }
    typeIndex[name] = types.count
    types.append(spec)
  }

  public func moduleSpec(_ name: String) -> ModuleSpec? { moduleIndex[name].map { modules[$0] } }
  public var moduleNames: [String] { modules.map { $0.name.description } }

  func addNativeType(_ t: Thread, _ qualified: StaticString, _ type: Ref<TypeObject>) throws(Raised) {
    let roots: Ref<ListObject> = t.interpreter.roots.unchecked()
    nativeTypes[qualified.description] = roots.count
    try t.append(roots, Value(type))
  }

  func nativeType(_ t: Thread, _ qualified: StaticString) -> Ref<TypeObject> {
    guard let i = nativeTypes[qualified.description] else { return .none }
    return t.interpreter.roots.unchecked(as: ListObject.self).items[i].unchecked()
  }
}

extension Thread {
  public var box: InterpreterBox { Unmanaged<InterpreterBox>.fromOpaque(self.interpreter.box).takeUnretainedValue() }
}
