#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A benchmark program: its source and its bytecode by CPython version.
struct Program {
  var name: String
  var source: String
  var bytecode: [String: String]

  init(name: String, in folder: String) {
    self.name = name
    source = "\(folder)/\(name).py"
    bytecode = [:]
    for version in entries(of: folder + "/bytecode") {
      let path = "\(folder)/bytecode/\(version)/\(name).pyc"
      if access(path, R_OK) == 0 { bytecode[version] = path }
    }
  }

  static func all(in folder: String) -> [Program] {
    entries(of: folder).filter { $0.hasSuffix(".py") }.map { String($0.dropLast(3)) }.sorted().map { Program(name: $0, in: folder) }
  }
}
