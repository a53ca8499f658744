/// `co_flags` of a code object (CPython: Include/cpython/code.h; the future flags: Include/cpython/code.h and
/// Lib/__future__.py).
@frozen
public struct CodeFlags: OptionSet, BitwiseCopyable, Hashable, Sendable {
  public let rawValue: UInt32

  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Locals are slots of the frame.
  @inlinable public static var optimized: CodeFlags { CodeFlags(rawValue: 0x1) }
  /// A call makes a new namespace.
  @inlinable public static var newLocals: CodeFlags { CodeFlags(rawValue: 0x2) }
  /// There is a `*args` parameter.
  @inlinable public static var variadicPositional: CodeFlags { CodeFlags(rawValue: 0x4) }
  /// There is a `**kwargs` parameter.
  @inlinable public static var variadicKeywords: CodeFlags { CodeFlags(rawValue: 0x8) }
  /// Defined inside another function.
  @inlinable public static var nested: CodeFlags { CodeFlags(rawValue: 0x10) }
  @inlinable public static var generator: CodeFlags { CodeFlags(rawValue: 0x20) }
  /// Has neither cells nor free variables; set by versions up to 3.10.
  @inlinable public static var noFree: CodeFlags { CodeFlags(rawValue: 0x40) }
  @inlinable public static var coroutine: CodeFlags { CodeFlags(rawValue: 0x80) }
  /// A generator that may be awaited (`types.coroutine`).
  @inlinable public static var iterableCoroutine: CodeFlags { CodeFlags(rawValue: 0x100) }
  @inlinable public static var asyncGenerator: CodeFlags { CodeFlags(rawValue: 0x200) }
  /// No monitoring events; from 3.13.
  @inlinable public static var noMonitoringEvents: CodeFlags { CodeFlags(rawValue: 0x200_0000) }
  /// The first constant is the docstring; from 3.14.
  @inlinable public static var hasDocstring: CodeFlags { CodeFlags(rawValue: 0x400_0000) }
  /// Defined directly in a class body; from 3.14.
  @inlinable public static var method: CodeFlags { CodeFlags(rawValue: 0x800_0000) }

  /// A call makes a generator, coroutine or asynchronous generator in place of running the body.
  @inlinable public static var anyGenerator: CodeFlags { CodeFlags(rawValue: 0x2A0) }
}

extension CodeFlags {
  /// The flags that are set, named as in `dis.COMPILER_FLAG_NAMES` where that has them, else by their value.
  public var names: [String] {
    let known: [(CodeFlags, String)] = [
      (.optimized, "OPTIMIZED"), (.newLocals, "NEWLOCALS"), (.variadicPositional, "VARARGS"), (.variadicKeywords, "VARKEYWORDS"),
      (.nested, "NESTED"), (.generator, "GENERATOR"), (.noFree, "NOFREE"), (.coroutine, "COROUTINE"),
      (.iterableCoroutine, "ITERABLE_COROUTINE"), (.asyncGenerator, "ASYNC_GENERATOR"), (.hasDocstring, "HAS_DOCSTRING"),
      (.method, "METHOD"),
    ]
    let rest = known.reduce(into: self) { $0.remove($1.0) }
    let others = (0..<32).map { UInt32(1) << UInt32($0) }.filter { rest.rawValue & $0 != 0 }
    return known.filter { contains($0.0) }.map(\.1) + others.map { "0x" + String($0, radix: 16) }
  }
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
