#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files and folders for a while, where the system keeps such (`TMPDIR`, else `/tmp`).
public enum Scratch {
  /// Where they are made.
  static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// The path of a new one, for mkstemp and mkdtemp: POSIX has them replace six letters X at its end by what makes it unique.
  private static func template() -> [CChar] { Array("\(parent)/adder-\(String(repeating: "X", count: 6))".utf8CString) }

  /// A new, empty file, open for reading and writing; nil if there can be none (`errno` tells why).
  public static func file() -> (descriptor: Int32, path: String)? {
    var path = template()
    let descriptor = mkstemp(&path)
    return descriptor < 0 ? nil : (descriptor, text(path))
  }

  /// A new folder; nil if there can be none (`errno` tells why).
  static func folder() -> String? {
    var path = template()
    return mkdtemp(&path) == nil ? nil : text(path)
  }

  private static func text(_ path: [CChar]) -> String {
    String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
