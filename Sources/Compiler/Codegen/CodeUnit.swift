import Bytecode

/// A block that a jump out of it must unwind.
struct FrameBlock {
  enum Kind {
    case whileLoop, forLoop, asyncForLoop, tryExcept, finallyTry, finallyEnd, with, asyncWith, handlerCleanup, popValue
    /// With a value below for a `finally` block that may leave (3.8).
    case finallyTryKeeping
    case exceptionHandler, exceptionGroupHandler, asyncComprehension, stopIteration
  }

  var kind: Kind
  var start: JumpLabel
  var exit: JumpLabel
  var location: CodeLocation
  /// The statements of a `finally`.
  var finalBody: SyntaxList<Statement> = .empty
  /// The name that a handler binds; 0 if none.
  var name: UInt32 = 0
}

/// A code object while its instructions are made.
final class CodeUnit {
  enum Kind { case module, `class`, function, asyncFunction, lambda, comprehension, annotations }

  let kind: Kind
  let scope: Scope
  let name: UInt32
  var qualifiedName = Text("")
  /// The class whose private names are mangled; 0 outside.
  var privateName: UInt32
  let firstLine: Int32
  var argumentCount = 0
  var positionalOnlyCount = 0
  var keywordOnlyCount = 0

  var constants = NameIndex()
  var names = NameIndex()
  var variables: NameIndex
  var cells: NameIndex
  var frees: NameIndex
  /// Names of a class or module that inlined comprehensions keep in fast locals, and whether they do now.
  var hidden: [UInt32: Bool] = [:]
  /// The attributes that methods of a class assign to `self`.
  var staticAttributes = NameIndex()
  /// Annotated variables whose annotations the annotate function evaluates, with their index in the set of conditional ones or -1.
  var deferredAnnotations: [(statement: Statement, index: Int)] = []
  var nextConditionalAnnotation = 0
  var conditionalDepth = 0

  @exclusivity(unchecked) var instructions: PlainBuffer<CodeInstruction>
  /// The index of the instruction at each label.
  @exclusivity(unchecked) var labels: PlainBuffer<Int32>
  var blocks: [FrameBlock] = []
  var inlinedDepth = 0
  /// The place that instructions without one of their own have up to 3.9.
  var currentLine = CodeLocation.unset
  /// The place of the last comparison that a jump tested in the statement or expression that is being visited (3.10 and 3.11).
  var lastTest: CodeLocation?
  /// The place that CPython's compiler stands at behind the statement that was visited last (3.10 and 3.11).
  var closing = CodeLocation.none
  /// The place of the pattern that was visited last.
  var patternPlace = CodeLocation.none
  /// The next instruction is the first one of a statement.
  var startsStatement = false
  /// The labels in the order in which they were used.
  var usedLabels: [Int32] = []
  /// How many instructions there were when each label was made, where the order of blocks matters (3.10 and 3.11).
  var labelTimes: [Int32] = []
  /// Where the last label was used.
  var blockStart = 0
  /// Instructions that are set aside: those that make a module's annotate function.
  var stashed: (instructions: PlainBuffer<CodeInstruction>, labels: PlainBuffer<Int32>)?
  var annotationSetup: (instructions: PlainBuffer<CodeInstruction>, labels: PlainBuffer<Int32>)?

  init(kind: Kind, scope: Scope, name: UInt32, privateName: UInt32, firstLine: Int32, tree: SyntaxTree, names: KnownNames) {
    self.kind = kind
    self.scope = scope
    self.name = name
    self.privateName = privateName
    self.firstLine = firstLine
    variables = NameIndex(scope.parameters)
    cells = NameIndex(scope.sortedNames(.cell, or: .cellOfComprehension, in: tree))
    if scope.needsClassClosure { cells.add(names.class) }
    if scope.needsClassDict { cells.add(names.classDict) }
    if scope.hasConditionalAnnotations { cells.add(names.conditionalAnnotations) }
    frees = NameIndex(scope.sortedNames(.free, or: .freeInClass, in: tree))
    instructions = PlainBuffer(capacity: 64)
    labels = PlainBuffer(capacity: 16)
  }

  deinit {
    instructions.free()
    labels.free()
    if let stashed {
      stashed.instructions.free()
      stashed.labels.free()
    }
    if let annotationSetup {
      annotationSetup.instructions.free()
      annotationSetup.labels.free()
    }
  }
}
