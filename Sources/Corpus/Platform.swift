#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names in a folder in order, without "." and ".."; empty if it cannot be read.
func entries(of folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Paths of the files in a folder and those below, relative to it, in order. Links to folders are not followed.
func files(below folder: String) -> [String] {
  var found: [String] = []
  for name in entries(of: folder) {
    let path = "\(folder)/\(name)"
    if isFolder(path) { found += files(below: path).map { "\(name)/\($0)" } } else { found.append(name) }
  }
  return found
}

/// Whether a path is that of a folder, not of a link.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The content of a file, or nil if it cannot be read.
public func bytes(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { content += chunk[..<count] }
  return ferror(file) == 0 ? content : nil
}

/// Makes a file with its folders, or replaces its content; false if that is not possible (`errno` says why).
public func write(_ content: [UInt8], to path: String) -> Bool {
  makeFolders(folder(of: path))
  guard let file = fopen(path, "wb") else { return false }
  let complete = content.isEmpty || fwrite(content, 1, content.count, file) == content.count
  return fclose(file) == 0 && complete
}

/// Makes a folder and those it lies in. What fails is seen when a file is put there.
func makeFolders(_ path: String) {
  if path.isEmpty || access(path, F_OK) == 0 { return }
  makeFolders(folder(of: path))
  mkdir(path, 0o777)
}

/// Removes a folder with all that is in it.
func removeFolder(_ path: String) {
  for name in entries(of: path) {
    let inner = "\(path)/\(name)"
    if isFolder(inner) { removeFolder(inner) } else { unlink(inner) }
  }
  rmdir(path)
}

/// A path without its last part.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return String(path[..<slash])
}

/// Nanoseconds of a clock that never goes back.
func nanoseconds() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
}

/// The memory that a process has now; nil where the system does not tell.
func residentBytes(of pid: pid_t) -> Int? {
  guard let content = bytes(of: "/proc/\(pid)/statm") else { return nil }
  let words = text(content).split(separator: " ")
  guard words.count > 1, let pages = Int(words[1]) else { return nil }
  return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// Bytes that one of `ru_maxrss` stands for.
#if os(Linux)
  let rusageUnit = 1024
#else
  let rusageUnit = 1
#endif

/// Number of processors that are to be used.
public var processorCount: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

/// A number with at most six digits behind the point and no more than it needs.
func decimal(_ number: Double) -> String {
  let millionths = (number * 1e6).rounded()
  guard millionths.magnitude < 1e18 else { return "\(number)" }
  let whole = Int(millionths)
  var digits = String(whole.magnitude % 1_000_000)
  digits = String(repeating: "0", count: 6 - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return (whole < 0 ? "-" : "") + String(whole.magnitude / 1_000_000) + (digits.isEmpty ? "" : "." + digits)
}
