/// `co_flags` of a code object (CPython: Include/cpython/code.h; the future flags: Include/cpython/code.h and
/// Lib/__future__.py).
public struct CodeFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Locals are slots of the frame.
  public static let optimized = CodeFlags(rawValue: 0x1)
  /// A call makes a new namespace.
  public static let newLocals = CodeFlags(rawValue: 0x2)
  /// There is a `*args` parameter.
  public static let variadicPositional = CodeFlags(rawValue: 0x4)
  /// There is a `**kwargs` parameter.
  public static let variadicKeywords = CodeFlags(rawValue: 0x8)
  /// Defined inside another function.
  public static let nested = CodeFlags(rawValue: 0x10)
  public static let generator = CodeFlags(rawValue: 0x20)
  /// Has neither cells nor free variables; set by versions up to 3.10.
  public static let noFree = CodeFlags(rawValue: 0x40)
  public static let coroutine = CodeFlags(rawValue: 0x80)
  /// A generator that may be awaited (`types.coroutine`).
  public static let iterableCoroutine = CodeFlags(rawValue: 0x100)
  public static let asyncGenerator = CodeFlags(rawValue: 0x200)
  /// No monitoring events; from 3.13.
  public static let noMonitoringEvents = CodeFlags(rawValue: 0x200_0000)
  /// The first constant is the docstring; from 3.14.
  public static let hasDocstring = CodeFlags(rawValue: 0x400_0000)
  /// Defined directly in a class body; from 3.14.
  public static let method = CodeFlags(rawValue: 0x800_0000)

  /// A call makes a generator, coroutine or asynchronous generator in place of running the body.
  public static let anyGenerator: CodeFlags = [.generator, .coroutine, .asyncGenerator]
}

/// What a slot of `localsplus` holds (CPython: Include/internal/pycore_code.h, `CO_FAST_*`).
public struct LocalKind: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A parameter that takes positional arguments; from 3.14.
  public static let positional = LocalKind(rawValue: 0x02)
  /// A parameter that takes keyword arguments; from 3.14.
  public static let keyword = LocalKind(rawValue: 0x04)
  /// `*args` or `**kwargs`; from 3.14.
  public static let variadic = LocalKind(rawValue: 0x08)
  /// A variable of an inlined comprehension, not part of the scope's own names; from 3.12.
  public static let hidden = LocalKind(rawValue: 0x10)
  public static let local = LocalKind(rawValue: 0x20)
  /// Shared with inner functions. A parameter that is shared is `local` too, in one slot (from 3.11).
  public static let cell = LocalKind(rawValue: 0x40)
  /// From the enclosing function.
  public static let free = LocalKind(rawValue: 0x80)
}
