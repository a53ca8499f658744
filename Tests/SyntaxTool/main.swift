// What the parser makes of files.
//
//     syntax-tool dump VERSION         reads paths from standard input; for each, writes a line "length path" and the tree's text
//     syntax-tool errors VERSION       reads sources from standard input, each behind a line with its length; for each, writes a line with "ok"
//                                      or the failure
//     syntax-tool time VERSION COUNT   parses all files COUNT times, and writes the best time in seconds
//     syntax-tool show VERSION FILE

import Bytecode
import Compiler

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

func readFile(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else { return [] }
  defer { fclose(file) }
  var data: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return data }
    data += buffer[..<count]
  }
}

func write(_ bytes: [UInt8]) {
  bytes.withUnsafeBytes { buffer in
    var done = 0
    while done < buffer.count {
      let count = Glibc.write(1, buffer.baseAddress! + done, buffer.count - done)
      guard count > 0 else { exit(1) }
      done += count
    }
  }
}

func describe(_ failure: SyntaxFailure) -> String {
  "\(failure.kind.rawValue)\t\(failure.message)\t\(failure.line)\t\(failure.offset)\t\(failure.endLine)\t\(failure.endOffset)"
}

func dump(_ source: [UInt8], _ version: PythonVersion) -> [UInt8] {
  do throws(SyntaxFailure) {
    return TreeDump.text(of: try SyntaxParser.parse(source, version: version), version: version)
  } catch {
    return Array(describe(error).utf8)
  }
}

func verdict(_ source: [UInt8], _ version: PythonVersion) -> String {
  do throws(SyntaxFailure) {
    return judge(try SyntaxParser.parse(source, version: version), version)
  } catch {
    return describe(error).replacing("\n", with: "\\n")
  }
}

/// Newer versions look at imports from `__future__` even if they only make a tree.
func judge(_ tree: SyntaxTree, _ version: PythonVersion) -> String {
  do throws(CompileError) {
    try Compiler.check(tree, version: version)
    return "ok"
  } catch {
    let span = error.span ?? Span(line: 0, column: 0, endLine: 0, endColumn: 0)
    return "SyntaxError\t\(error.message)\t\(span.line)\t\(span.column + 1)\t\(span.endLine)\t\(span.endColumn + 1)"
  }
}

/// Judges the sources on standard input.
func checkSources(_ version: PythonVersion) {
  let input = readFile("/dev/stdin")
  var place = 0
  while let end = input[place...].firstIndex(of: 10), let count = Int(String(decoding: input[place..<end], as: UTF8.self)) {
    place = end + 1 + count
    write(Array((verdict(Array(input[end + 1..<place]), version) + "\n").utf8))
  }
}

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func best(of count: Int, _ files: [[UInt8]], _ version: PythonVersion) -> Double {
  var best = Double.infinity
  for _ in 0..<count {
    let start = seconds()
    for file in files { _ = try? SyntaxParser.parse(file, version: version) }
    best = min(best, seconds() - start)
  }
  return best
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2, let version = PythonVersion(arguments[1]) else {
  print("usage: syntax-tool dump|errors|time|show VERSION")
  exit(2)
}
switch arguments[0] {
case "show":
  write(dump(readFile(arguments[2]), version) + [10])
case "errors": checkSources(version)
case "time":
  var files: [[UInt8]] = []
  while let path = readLine() { files.append(readFile(path)) }
  print(best(of: Int(arguments.count > 2 ? arguments[2] : "") ?? 3, files, version))
default:
  while let path = readLine() {
    let text = dump(readFile(path), version)
    write(Array("\(text.count) \(path)\n".utf8) + text)
  }
}
