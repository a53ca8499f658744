import Bytecode

/// A module that a finder found in the file system.
public final class FoundModule {
  public enum Content {
    /// A module or the `__init__` of a package: its code.
    case code(CodeImage)
    /// The same: its source.
    case source([UInt8])
    /// A directory without `__init__`: a namespace package (PEP 420) of these directories.
    case namespace([String])
  }
  public let content: Content
  /// `__file__`; empty for a namespace package.
  public let path: String
  /// `__path__` of a package, nil for a module.
  public var searchLocations: [String]?
  /// `__cached__`: where the code of the source is kept, or would be; nil if nowhere.
  public var cached: String?
  /// Keeps the code that was made of the source; nil if nobody is to keep it.
  public var keep: ((CodeImage) -> Void)?

  /// It has no code.
  var isNamespace: Bool {
    if case .namespace = content { true } else { false }
  }

  public init(content: Content, path: String, searchLocations: [String]?) {
    self.content = content; self.path = path; self.searchLocations = searchLocations
  }
}

/// Why a module that is there cannot be loaded.
public struct UnloadableModule: Error {
  public let path: String
  public let reason: String
  public init(path: String, reason: String) { self.path = path; self.reason = reason }
}

/// What becomes of the code of imported sources.
public final class CacheSettings {
  /// 0, 1 or 2: each has files of its own.
  public let optimization: Int
  /// `sys.pycache_prefix`
  public let prefix: String?
  /// New code is kept.
  public let writes: Bool

  init(optimization: Int, prefix: String?, writes: Bool) {
    self.optimization = optimization; self.prefix = prefix; self.writes = writes
  }
}

/// Finds modules in directories and reads them. The runtime knows no file formats; the library gives it a finder.
public protocol ModuleFinder: AnyObject {
  /// - Parameters:
  ///   - name: the last component of the module's name.
  ///   - directories: where to look, in order.
  func find(_ name: String, in directories: [String], _ settings: CacheSettings) throws(UnloadableModule) -> FoundModule?

  /// The content of a source file that is to be shown, if imports may look at it and it has at most `most` bytes.
  func source(at path: String, most: Int) -> [UInt8]?

  /// The content of a file, which may be in an archive: what a loader's `get_data` returns.
  func data(of path: String) throws(UnloadableModule) -> [UInt8]
}
