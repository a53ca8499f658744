// Compiles files, for comparison with CPython's compiler (compare.py beside this file).
//
//     compile-tool pyc VERSION [LEVEL]    reads lines "SOURCE<tab>OUTPUT" from standard input, writes each source's .pyc (LEVEL: of -O)
//                                         and prints "ok" or what is wrong with it
//     compile-tool time VERSION COUNT     reads paths, compiles all files COUNT times to marshal data, prints the best processor time in
//                                         seconds, and that of parsing alone

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

func writeFile(_ path: String, _ bytes: [UInt8]) {
  guard let file = fopen(path, "wb") else { return }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
}

func compile(_ source: [UInt8], _ path: String, _ version: PythonVersion, _ level: Int) -> Result<CodeImage, CompileFailure> {
  let tree: SyntaxTree
  do throws(SyntaxFailure) {
    tree = try SyntaxParser.parse(source, version: version)
  } catch {
    return .failure(CompileFailure(text: "\(error.kind.rawValue): \(error.message) (\(error.line), \(error.offset))"))
  }
  do throws(CompileError) {
    var options = CompilerOptions(fileName: Text(path))
    options.optimization = level
    return .success(try Compiler.compile(tree, version: version, options: options))
  } catch {
    return .failure(CompileFailure(text: "\(error.kind): \(error.message) (\(error.span?.line ?? 0), \(error.span?.column ?? 0))"))
  }
}

struct CompileFailure: Error {
  let text: String
}

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2, let version = PythonVersion(arguments[1]), let set = InstructionSet.of(version) else {
  print("usage: compile-tool pyc|time VERSION [NUMBER]")
  exit(2)
}
func pyc(_ code: CodeImage) -> [UInt8] {
  PycFile(header: PycHeader(magic: set.magic.released, source: .timeStamp(0, size: 0)), code: code).write()
}

let number = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 0
switch arguments[0] {
case "pyc":
  while let line = readLine() {
    let parts = line.split(separator: "\t").map(String.init)
    guard parts.count == 2 else { continue }
    switch compile(readFile(parts[0]), parts[0], version, number) {
    case .success(let code):
      writeFile(parts[1], pyc(code))
      print("ok")
    case .failure(let failure): print(failure.text)
    }
  }
case "time":
  var files: [(String, [UInt8])] = []
  while let path = readLine() { files.append((path, readFile(path))) }
  var best = Double.infinity
  var parsing = Double.infinity
  for _ in 0..<max(1, number) {
    var start = seconds()
    for (_, source) in files { _ = try? SyntaxParser.parse(source, version: version) }
    parsing = min(parsing, seconds() - start)
    start = seconds()
    for (path, source) in files { if case .success(let code) = compile(source, path, version, 0) { _ = pyc(code) } }
    best = min(best, seconds() - start)
  }
  print(best, parsing)
default: print("unknown command")
}
