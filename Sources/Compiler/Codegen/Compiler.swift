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
  public static var versions: [PythonVersion] { InstructionSet.versions.filter { CompilerTarget.of($0) != nil } }

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
    generator.lastFutureLine = future.lastLine
    return try generator.generate()
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
  /// The line of the last such import; 0 if there is none.
  private(set) var lastLine: UInt32 = 0

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
    for (index, statement) in tree[body].enumerated() {
      switch tree[statement] {
      case .importFrom(let module?, let names, 0) where tree.string(of: module) == "__future__":
        for alias in tree[names] {
          let span = features.has(.aliasErrors) ? tree.span(of: alias) : tree.span(of: statement)
          try add(tree.string(of: tree[alias].name), span)
        }
        lastLine = tree.span(of: statement).line
      case .expr(let value):
        // Only a docstring may stand in front.
        guard index == 0, case .constant(let id, _) = tree[value], tree.isText(id) else { return }
      default: return
      }
    }
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
