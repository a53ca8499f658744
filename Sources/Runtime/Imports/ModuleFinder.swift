import Bytecode

/// A module that a finder found in the file system.
public struct FoundModule {
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
  public let searchLocations: [String]?

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

/// Finds modules in directories and reads them. The runtime knows no file formats; the library gives it a finder.
public protocol ModuleFinder: AnyObject {
  /// - Parameters:
  ///   - name: the last component of the module's name.
  ///   - directories: where to look, in order.
  func find(_ name: String, in directories: [String]) throws(UnloadableModule) -> FoundModule?
}
