import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the code of sources is kept (PEP 3147, PEP 488): `__pycache__/NAME.adder-313.pyc`. The tag is Adder's own, so that CPython's files
/// are never written to.
public enum CacheFiles {
  /// `sys.implementation.cache_tag`.
  public static func tag(_ version: PythonVersion) -> String { "adder-\(version.major)\(version.minor)" }

  /// The tag that CPython's files have.
  static func tagOfCPython(_ version: PythonVersion) -> String { "cpython-\(version.major)\(version.minor)" }

  /// The compiled file of a source.
  /// - Parameters:
  ///   - source: its path, absolute if there is a prefix.
  ///   - prefix: the root of a tree of its own for such files (`sys.pycache_prefix`); nil for `__pycache__` beside each source.
  public static func path(of source: String, _ version: PythonVersion, optimization: Int = 0, prefix: String? = nil) -> String {
    path(of: source, tag: tag(version), optimization: optimization, prefix: prefix)
  }

  static func path(of source: String, tag: String, optimization: Int, prefix: String?) -> String {
    let slash = source.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(source[...$0]) } ?? ""
    let file = slash.map { String(source[source.index(after: $0)...]) } ?? source
    let stem = file.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(file[..<$0]) } ?? file
    let name = "\(stem).\(tag)\(optimization > 0 ? ".opt-\(optimization)" : "").pyc"
    guard let prefix, folder.hasPrefix("/") else { return "\(folder)__pycache__/\(name)" }
    return (prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix) + folder + name
  }

  /// Whether a compiled file can be read and was made of a source of that size and time.
  public static func isCurrent(_ path: String, of state: FileReader.State, _ version: PythonVersion) -> Bool {
    file(path, version)?.header.source == state.stamp
  }

  /// A compiled file of a version; nil if there is none that can be read.
  static func file(_ path: String, _ version: PythonVersion) -> PycFile? {
    guard FileReader.isRegularFile(path), let data = try? FileReader.read(path), let file = try? PycFile(reading: data),
      file.code.version == version
    else { return nil }
    return file
  }

  /// Writes a file so that readers see all of it or nothing.
  /// - Parameters:
  ///   - mode: the permissions that its source has.
  ///   - makesFolders: whether the folder that it is in is made if it is missing, with those above it.
  /// - Returns: nil, or why it was not written, in the system's words.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32, makesFolders: Bool) -> String? {
    if makesFolders { makeFolders(above: path) }
    let scratch = "\(path).\(getpid())"
    let descriptor = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode_t((mode | 0o200) & 0o666))
    guard descriptor >= 0 else { return FileReader.message(errno) }
    let isWritten = writeAll(bytes, to: descriptor)
    let problem = isWritten ? 0 : errno
    guard close(descriptor) == 0, isWritten, rename(scratch, path) == 0 else {
      let reason = FileReader.message(problem != 0 ? problem : errno)
      unlink(scratch)
      return reason
    }
    return nil
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }

  private static func makeFolders(above path: String) {
    var missing: [String] = []
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), slash > folder.startIndex {
      folder = folder[..<slash]
      if FileReader.isDirectory(String(folder)) { break }
      missing.append(String(folder))
    }
    for folder in missing.reversed() { mkdir(folder, 0o777) }
  }
}

/// The hash by which compiled files know their source (PEP 552).
enum SourceHash {
  static func of(_ source: [UInt8], _ version: PythonVersion) -> UInt64 {
    let set = InstructionSet.of(version)
    let key = UInt64(set?.magic.released ?? 0) | 0x0A0D_0000
    let hash = set?.values.stringHash == .siphash24 ? SipHash(key0: key, compressionRounds: 2, finalizationRounds: 4) : SipHash(key0: key)
    return source.withUnsafeBytes { hash.hash($0) }
  }
}

extension CodeImage {
  /// The same code, and what is nested in it, of a file of another name.
  func named(_ path: String) -> CodeImage {
    let name = Text(path)
    return fileName == name ? self : renamed(from: fileName, to: name)
  }

  private func renamed(from old: Text, to new: Text) -> CodeImage {
    guard fileName == old else { return self }
    var fields = self.fields
    fields.fileName = new
    fields.constants = constants.map { constant in
      if case .code(let nested) = constant { .code(nested.renamed(from: old, to: new)) } else { constant }
    }
    return CodeImage(fields)
  }
}
