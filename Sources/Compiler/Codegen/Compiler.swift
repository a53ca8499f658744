import Bytecode

/// How a tree is compiled.
public struct CompilerOptions {
  /// `co_filename`.
  public var fileName: Text
  /// 0, 1 without assertions and `__debug__`, 2 also without docstrings.
  public var optimization = 0
  /// Future features that hold already.
  public var inheritedFlags: CodeFlags = []
  /// `await` and the like may stand at the top level.
  public var allowsTopLevelAwait = false

  /// Gets the warnings, those in front of a mistake too.
  public var monitor = CompilationMonitor()

  public init(fileName: Text) { self.fileName = fileName }
}

/// Compiles syntax trees.
public enum Compiler {
  /// The versions that can be compiled for.
  public static var versions: [PythonVersion] { InstructionSet.describedVersions }

  /// The code object of a tree, which is changed: its constant expressions are folded.
  public static func compile(
    _ tree: SyntaxTree, version: PythonVersion, options: CompilerOptions
  ) throws(CompileError) -> CodeImage {
    guard let target = CompilerTarget.of(version) else {
      throw CompileError(.system, "there is no compiler for Python \(version)", nil)
    }
    let names = KnownNames(tree)
    let future = try FutureFeatures(tree, target.features)
    let flags = future.flags.union(options.inheritedFlags)
    try fold(tree, names, target, options, flags)
    let symbols = try SymbolTable.build(
      tree, names, target.features, defersAnnotations: flags.contains(.futureAnnotations), monitor: options.monitor)
    let generator = CodeGenerator(tree, names, target, options, symbols, flags)
    generator.future = future
    return try generator.generate()
  }

  /// Looks at the imports from `__future__` of a tree that is all that is wanted, where CPython does so (3.14).
  public static func check(_ tree: SyntaxTree, version: PythonVersion) throws(CompileError) {
    guard SyntaxFeature.set(of: version).has(.checkedFuture), let target = CompilerTarget.of(version) else { return }
    _ = try FutureFeatures(tree, target.features)
  }

  /// Folds the constant expressions of a tree, as `compile` does first.
  public static func optimize(_ tree: SyntaxTree, version: PythonVersion, options: CompilerOptions) throws(CompileError) {
    guard let target = CompilerTarget.of(version) else { return }
    let flags = try FutureFeatures(tree, target.features).flags.union(options.inheritedFlags)
    try fold(tree, KnownNames(tree), target, options, flags)
  }

  private static func fold(
    _ tree: SyntaxTree, _ names: KnownNames, _ target: CompilerTarget, _ options: CompilerOptions, _ flags: CodeFlags
  ) throws(CompileError) {
    let folding = TreeFolding(
      tree, names, target.features, optimization: options.optimization, defersAnnotations: flags.contains(.futureAnnotations))
    folding.monitor = options.monitor
    try folding.fold()
  }
}

extension CodeFlags {
  /// `from __future__ import barry_as_FLUFL`.
  static let futureBarry = CodeFlags(rawValue: 0x40_0000)
  /// `from __future__ import annotations`.
  static let futureAnnotations = CodeFlags(rawValue: 0x100_0000)
}

/// What a module imports from `__future__` (CPython: Python/future.c).
struct FutureFeatures {
  private(set) var flags: CodeFlags = []
  static let lateMessage = "from __future__ imports must occur at the beginning of the file"
  /// Where the last such import stands; on line 0 if there is none.
  private var last = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
  /// The line of the last statement that was looked at.
  private var doneLine: UInt32 = 0

  /// Features that have come.
  private static let mandatory: Set<String> = [
    "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
    "generator_stop",
  ]

  init(_ tree: SyntaxTree, _ features: CompilerFeatures) throws(CompileError) {
    let body: SyntaxList<Statement>
    switch tree[tree.root] {
    case .module(let statements), .interactive(let statements): body = statements
    default: return
    }
    var isDone = false
    // Only a docstring may stand in front.
    for statement in tree[body].dropFirst(tree.docstring(of: body) == nil ? 0 : 1) {
      let span = tree.span(of: statement)
      if isDone, !features.has(.futureByLine) || span.line > doneLine { return }
      doneLine = span.line
      guard case .importFrom(let module?, let names, let level) = tree[statement], tree.string(of: module) == "__future__",
        level == 0 || !features.has(.futureLevels)
      else {
        isDone = true
        continue
      }
      // The column is one too small in CPython's words.
      if isDone { throw .syntax(Self.lateMessage, Span(line: span.line, column: span.column - 1, endLine: span.line, endColumn: span.column - 1)) }
      for alias in tree[names] {
        let span = features.has(.aliasErrors) ? tree.span(of: alias) : span
        try add(tree.string(of: tree[alias].name), span)
      }
      last = span
    }
  }

  /// Whether such an import at a place comes too late.
  func isLate(_ span: Span, _ features: CompilerFeatures) -> Bool {
    span.line > last.line || !features.has(.futureByLine) && span.line == last.line && span.column > last.column
  }

  private mutating func add(_ name: String, _ span: Span) throws(CompileError) {
    switch name {
    case "annotations": flags.insert(.futureAnnotations)
    case "barry_as_FLUFL": flags.insert(.futureBarry)
    case "braces": throw .syntax("not a chance", span)
    default:
      if !Self.mandatory.contains(name) { throw .syntax("future feature \(name) is not defined", span) }
    }
  }
}
