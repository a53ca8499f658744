import Bytecode

/// What a source is, and what its code is to be like: the arguments of `compile`.
public struct CompileRequest {
  /// What kind of source it is.
  public enum Mode: Sendable {
    /// A module.
    case exec
    /// One expression.
    case eval
    /// One statement at a prompt: the values of expressions are shown.
    case single
    /// The types of a function's parameters and result, as a type comment has them: only for trees.
    case functionType
  }

  /// Bits of `compile`'s `flags` beside those of `__future__` (CPython: Include/cpython/compile.h).
  public struct Options: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The source is UTF-8 whatever it says itself: it was a str.
    public static let ignoresCookie = Options(rawValue: 0x100)
    /// At a prompt, the end of the input does not end blocks.
    public static let keepsBlocksOpen = Options(rawValue: 0x200)
    /// A tree is wanted, no code.
    public static let onlyTree = Options(rawValue: 0x400)
    public static let typeComments = Options(rawValue: 0x1000)
    /// `await` may stand outside of functions: the code is a coroutine's.
    public static let topLevelAwait = Options(rawValue: 0x2000)
    /// Input that may go on is told from wrong input (from 3.10).
    public static let allowsIncompleteInput = Options(rawValue: 0x4000)
    /// A tree as the code would be made of it (from 3.13).
    public static let optimizesTree = Options(rawValue: 0x8000)
  }

  /// Flags of code objects that `from __future__ import` sets, in every version from 3.8.
  public static let futureFlags: UInt32 = 0x1FE_0000

  public var mode: Mode
  public var fileName: Text
  public var options: Options
  /// Features of `__future__` that are on from the beginning: bits of `futureFlags`.
  public var future: UInt32
  /// 0, 1 (no assertions, `__debug__` is false) or 2 (no docstrings either).
  public var optimization: Int
  /// The minor version of Python 3 whose syntax a tree may have at most; nil: all that there is.
  public var featureVersion: Int?

  public init(mode: Mode, fileName: Text, options: Options = [], future: UInt32 = 0, optimization: Int = 0) {
    self.mode = mode
    self.fileName = fileName
    self.options = options
    self.future = future
    self.optimization = optimization
  }
}

/// What a compilation shares with the thread that wants it: what it warns of, and when it is to end.
public final class CompilationReport {
  public struct Warning {
    public enum Category: Sendable { case syntax, deprecation }
    public let category: Category
    public let message: Text
    /// The line that it is given for.
    public let line: Int
    /// What it says, and where, if it is made an error.
    public let error: () -> RejectedSource
    public init(category: Category, message: Text, line: Int, error: @escaping () -> RejectedSource) {
      self.category = category; self.message = message; self.line = line; self.error = error
    }
  }

  /// In the order in which CPython gives them; those in front of a mistake too.
  public var warnings: [Warning] = []
  /// Below 0 while something is asked of the thread: then `goesOn` says whether to go on.
  public let word: UnsafePointer<Int64>?
  public let goesOn: () -> Bool
  /// The address that the native stack may grow down to.
  public let stackLimit: UInt

  public init(word: UnsafePointer<Int64>? = nil, stackLimit: UInt = 0, goesOn: @escaping () -> Bool = { true }) {
    self.word = word; self.stackLimit = stackLimit; self.goesOn = goesOn
  }
}

/// Where in a source something is: lines from 1, offsets in code points from 1; 0 where CPython says 0, nil where it says None.
public struct SourcePlace: Sendable {
  public var line: Int
  public var offset: Int
  public var endLine: Int?
  public var endOffset: Int?
  /// The line, with its end; nil if there is none.
  public var text: Text?

  public init(line: Int, offset: Int, endLine: Int? = nil, endOffset: Int? = nil, text: Text? = nil) {
    self.line = line; self.offset = offset; self.endLine = endLine; self.endOffset = endOffset; self.text = text
  }
}

/// Why a source is none.
public struct RejectedSource: Error {
  public enum Kind: Sendable { case syntaxError, indentationError, tabError, incompleteInput, valueError, overflowError, recursionError, memoryError, systemError, interrupted }
  public let kind: Kind
  public let message: Text
  /// nil for errors that are no SyntaxError, and for those without a place.
  public let place: SourcePlace?
  public init(_ kind: Kind, _ message: Text, place: SourcePlace? = nil) {
    self.kind = kind; self.message = message; self.place = place
  }
}

/// What tracebacks want to know of a piece of source.
public struct SourceOutline: Sendable {
  /// A line, counted from 1, and an offset in bytes.
  public struct Point: Hashable, Sendable {
    public var line: Int
    public var column: Int
    public init(line: Int, column: Int) { self.line = line; self.column = column }
  }

  public enum Expression: Sendable {
    /// Where the left operand ends and the right one begins.
    case binary(left: Point, right: Point)
    /// Where the value and the slice end, and where all ends.
    case `subscript`(value: Point, slice: Point, end: Point)
    /// Where what is called ends, and where all ends.
    case call(function: Point, end: Point)
  }

  public var statementCount: Int
  /// What the first statement is, if it is such an expression.
  public var expression: Expression?
  /// Where the call is if the first statement returns the value of a name that is called, or assigns that of a call to one name.
  public var call: (start: Point, end: Point)?

  public init(statementCount: Int) { self.statementCount = statementCount }
}

/// A source that is in no file, but of which tracebacks show lines: that of the command line.
public struct CommandSource {
  public let fileName: String
  /// UTF-8 whose lines end in LF.
  public let text: [UInt8]
  /// Its code objects: qualified name and first line.
  public let codes: Set<String>

  public init(fileName: String, text: [UInt8], codes: Set<String>) {
    self.fileName = fileName; self.text = text; self.codes = codes
  }
}

/// Makes code of sources. The runtime knows no grammar; the library gives it a compiler for the version of the bytecode.
public protocol SourceCompiler: AnyObject {
  /// - Parameters:
  ///   - source: bytes in the encoding that they declare (PEP 263), UTF-8 if none.
  ///   - report: gets the warnings; when it says so, the compilation ends with `interrupted`. It is the same for the other functions.
  func compile(
    _ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, _ report: CompilationReport
  ) throws(RejectedSource) -> CodeImage

  /// A source in UTF-8, with lines that end in LF; nil if it is not in the encoding that it declares.
  func decoded(_ source: [UInt8]) -> [UInt8]?

  /// What a piece of source in UTF-8 is; nil if it is wrong.
  func outline(of source: [UInt8]) -> SourceOutline?

  /// The syntax tree of a source, simplified if the request says so.
  func parse(
    _ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, _ report: CompilationReport
  ) throws(RejectedSource) -> AnyObject

  /// The code of a tree that `parse` or `SyntaxTreeObjects` made. The tree is used up.
  func compile(tree: AnyObject, _ request: CompileRequest, _ report: CompilationReport) throws(RejectedSource) -> CodeImage

  /// Simplifies a tree as it would be for code.
  func optimize(tree: AnyObject, _ request: CompileRequest, _ report: CompilationReport) throws(RejectedSource)
}

/// Shows the compiler's syntax trees as objects, and reads such objects. Module `_ast` gives the interpreter one.
public protocol SyntaxTreeObjects: AnyObject {
  /// Whether a value is a node.
  func isNode(_ t: Thread, _ v: Value) throws(Raised) -> Bool

  /// The node that is the root of a tree.
  func object(_ t: Thread, of tree: AnyObject) throws(Raised) -> Value

  /// The tree of a node, checked.
  /// - Parameter mode: says of which class the node must be.
  func tree(_ t: Thread, of node: Value, _ mode: CompileRequest.Mode) throws(Raised) -> AnyObject

  /// TypeError if a node is not of the class that belongs to a mode.
  func check(_ t: Thread, _ node: Value, _ mode: CompileRequest.Mode) throws(Raised)
}
