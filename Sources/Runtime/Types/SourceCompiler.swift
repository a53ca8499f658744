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

  public init(mode: Mode, fileName: Text, options: Options = [], future: UInt32 = 0, optimization: Int = 0) {
    self.mode = mode
    self.fileName = fileName
    self.options = options
    self.future = future
    self.optimization = optimization
  }
}

/// The code of a source, and what the compiler warns of.
public struct CompiledSource: Sendable {
  public struct Warning: Sendable {
    public enum Category: Sendable { case syntax, deprecation }
    public let category: Category
    public let message: Text
    public let place: SourcePlace
    public init(category: Category, message: Text, place: SourcePlace) {
      self.category = category; self.message = message; self.place = place
    }
  }
  public let image: CodeImage
  /// In the order in which CPython gives them.
  public let warnings: [Warning]
  public init(image: CodeImage, warnings: [Warning] = []) {
    self.image = image; self.warnings = warnings
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
  public enum Kind: Sendable { case syntaxError, indentationError, tabError, incompleteInput, valueError, overflowError, recursionError, memoryError, systemError }
  public let kind: Kind
  public let message: Text
  /// nil for errors that are no SyntaxError, and for those without a place.
  public let place: SourcePlace?
  public init(_ kind: Kind, _ message: Text, place: SourcePlace? = nil) {
    self.kind = kind; self.message = message; self.place = place
  }
}

/// Makes code of sources. The runtime knows no grammar; the library gives it a compiler for the version of the bytecode.
public protocol SourceCompiler: AnyObject {
  /// - Parameter source: bytes in the encoding that they declare (PEP 263), UTF-8 if none.
  func compile(_ source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest) throws(RejectedSource) -> CompiledSource
}
