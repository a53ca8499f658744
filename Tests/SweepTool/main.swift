// Applies one operation of the Bytecode module to many files, fast and in one process: the Swift half of the sweeps.
//
//     sweep-tool roundtrip < LIST       file by file, compares what marshal writes with what it read
//
// LIST holds one path per line. Each failure is a line on standard output; the last line counts. Exit status 1 if any
// file failed.
import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

let operations: [String: (String) throws -> [String]] = [
  "roundtrip": { path in
    let data = try readFile(path)
    let written = try PycFile(reading: data).write()
    guard written != data else { return [] }
    let place = zip(written, data).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return ["differs at byte \(place ?? min(written.count, data.count))"]
  }
]

struct FileError: Error, CustomStringConvertible {
  let description: String
}

func readFile(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw FileError(description: String(cString: strerror(errno))) }
  defer { fclose(file) }
  var data: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return data }
    data += buffer[..<count]
  }
}

guard CommandLine.arguments.count == 2, let operation = operations[CommandLine.arguments[1]] else {
  print("usage: sweep-tool \(operations.keys.sorted().joined(separator: "|")) < LIST")
  exit(2)
}
var files = 0
var failed = 0
while let path = readLine() {
  files += 1
  var findings: [String]
  do { findings = try operation(path) } catch { findings = ["\(error)"] }
  if !findings.isEmpty { failed += 1 }
  for finding in findings { print("\(path): \(finding)") }
}
print("\(files) files, \(failed) failed")
exit(failed == 0 ? 0 : 1)
