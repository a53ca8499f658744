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
  @exclusivity(unchecked) var qualifiedName = Text("")
  /// The class whose private names are mangled; 0 outside.
  @exclusivity(unchecked) var privateName: UInt32
  let firstLine: Int32
  @exclusivity(unchecked) var argumentCount = 0
  @exclusivity(unchecked) var positionalOnlyCount = 0
  @exclusivity(unchecked) var keywordOnlyCount = 0

  @exclusivity(unchecked) var constants = NameIndex()
  @exclusivity(unchecked) var names = NameIndex()
  @exclusivity(unchecked) var variables: NameIndex
  @exclusivity(unchecked) var cells: NameIndex
  @exclusivity(unchecked) var frees: NameIndex
  /// Names of a class or module that inlined comprehensions keep in fast locals, and whether they do now.
  @exclusivity(unchecked) var hidden: [UInt32: Bool] = [:]
  /// The attributes that methods of a class assign to `self`.
  @exclusivity(unchecked) var staticAttributes = NameIndex()
  /// Annotated variables whose annotations the annotate function evaluates, with their index in the set of conditional ones or -1.
  @exclusivity(unchecked) var deferredAnnotations: [(statement: Statement, index: Int)] = []
  @exclusivity(unchecked) var nextConditionalAnnotation = 0
  @exclusivity(unchecked) var conditionalDepth = 0

  @exclusivity(unchecked) var instructions: PlainBuffer<CodeInstruction>
  /// The index of the instruction at each label.
  @exclusivity(unchecked) var labels: PlainBuffer<Int32>
  @exclusivity(unchecked) var blocks: [FrameBlock] = []
  @exclusivity(unchecked) var inlinedDepth = 0
  /// The place that instructions without one of their own have up to 3.9.
  @exclusivity(unchecked) var currentLine = CodeLocation.unset
  /// The place of the last comparison that a jump tested in the statement or expression that is being visited (3.10 and 3.11).
  @exclusivity(unchecked) var lastTest: CodeLocation?
  /// The place that CPython's compiler stands at behind the statement that was visited last (3.10 and 3.11).
  @exclusivity(unchecked) var closing = CodeLocation.none
  /// The place of the pattern that was visited last.
  @exclusivity(unchecked) var patternPlace = CodeLocation.none
  /// The next instruction is the first one of a statement.
  @exclusivity(unchecked) var startsStatement = false
  /// The labels in the order in which they were used.
  @exclusivity(unchecked) var usedLabels: [Int32] = []
  /// How many instructions there were when each label was made, where the order of blocks matters (3.10 and 3.11).
  @exclusivity(unchecked) var labelTimes: [Int32] = []
  /// Where the last label was used.
  @exclusivity(unchecked) var blockStart = 0
  /// Instructions that are set aside: those that make a module's annotate function.
  @exclusivity(unchecked) var stashed: (instructions: PlainBuffer<CodeInstruction>, labels: PlainBuffer<Int32>)?
  @exclusivity(unchecked) var annotationSetup: (instructions: PlainBuffer<CodeInstruction>, labels: PlainBuffer<Int32>)?

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
    constants.free()
    names.free()
    variables.free()
    cells.free()
    frees.free()
    staticAttributes.free()
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
