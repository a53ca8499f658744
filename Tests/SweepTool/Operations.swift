import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct ItemError: Error, CustomStringConvertible {
  let description: String
}

func readFile(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw ItemError(description: String(cString: strerror(errno))) }
  defer { fclose(file) }
  var data: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { return data }
    data += buffer[..<count]
  }
}

/// Reads a .pyc file, which must be of the version.
private func read(_ path: String, _ set: InstructionSet) throws -> PycFile {
  let file = try PycFile(reading: readFile(path))
  guard file.code.version == set.version else { throw ItemError(description: "a file of \(file.code.version)") }
  return file
}

/// A path: what marshal writes with the spelling of the file must be the file.
func roundTrip(_ path: String, _ set: InstructionSet) throws -> [String] {
  let data = try readFile(path)
  let written = try PycFile(reading: data).write()
  guard written != data else { return [] }
  let place = zip(written, data).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  return ["differs at byte \(place ?? min(written.count, data.count))"]
}

/// A path: what marshal writes with a spelling of its own must read back as the same code.
func rewrite(_ path: String, _ set: InstructionSet) throws -> [String] {
  var file = try read(path, set)
  file.spelling = nil
  let again = try PycFile(reading: file.write())
  return again.code == file.code && again.header == file.header ? [] : ["reads back as something else"]
}

/// A path: the checker must accept every code object.
func check(_ path: String, _ set: InstructionSet) throws -> [String] {
  var findings: [String] = []
  func visit(_ code: CodeImage) {
    for finding in Verifier.findings(in: code) {
      findings.append("code object \(code.qualifiedName.escaped), \(finding)")
    }
    for case .code(let nested) in code.constants { visit(nested) }
  }
  visit(try read(path, set).code)
  return findings
}

/// What `dis` shows besides, by the names of the modes in sweep.py.
private let modes: [String: DisStyle.Options] = [
  "caches": .caches, "adaptive": .adaptive, "offsets": .offsets, "positions": .positions,
  "everything": [.caches, .offsets, .positions],
]

/// A path, the path of CPython's text with addresses replaced, and a mode: the disassembly must be that text.
func compareDisassembly(_ item: String, _ set: InstructionSet) throws -> [String] {
  let parts = item.split(separator: "\t").map(String.init)
  guard parts.count == 3 else { throw ItemError(description: "malformed item") }
  var options = Disassembler.Options()
  options.shown = modes[parts[2]] ?? []
  let expected = try readFile(parts[1])
  let text = withoutAddresses(Disassembler.text(of: try read(parts[0], set).code, options))
  guard text != expected, set.values.noneHash == .constant || !differsInOrderOnly(text, expected) else { return [] }
  let found = text.split(separator: 10, omittingEmptySubsequences: false)
  let wanted = expected.split(separator: 10, omittingEmptySubsequences: false)
  let line = zip(found, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(found.count, wanted.count)
  func quote(_ lines: [ArraySlice<UInt8>]) -> String {
    line < lines.count ? String(decoding: lines[line].prefix(300), as: UTF8.self) : "<end>"
  }
  return ["\(parts[2]) line \(line + 1):\n  found  \(quote(found))\n  wanted \(quote(wanted))"]
}

/// Where `makeText` makes its texts.
nonisolated(unsafe) private var text = TextBuffer()

/// A path: the text is made and compared with nothing, to be timed.
func makeText(_ path: String, _ set: InstructionSet) throws -> [String] {
  text.removeAll()
  Disassembler.append(try read(path, set).code, to: &text)
  return text.count == 0 ? ["no text"] : []
}

/// Whether lines differ only by the order of a set with None in it, which depends on None's address.
private func differsInOrderOnly(_ found: [UInt8], _ wanted: [UInt8]) -> Bool {
  func isUnordered(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    return text.contains("frozenset({") && text.contains("None")
  }
  let found = found.split(separator: 10, omittingEmptySubsequences: false)
  let wanted = wanted.split(separator: 10, omittingEmptySubsequences: false)
  return found.count == wanted.count
    && zip(found, wanted).allSatisfy { $0 == $1 || isUnordered($0) && isUnordered($1) && $0.sorted() == $1.sorted() }
}

/// Replaces each ` at 0x...` by ` at 0x0`.
func withoutAddresses(_ text: [UInt8]) -> [UInt8] {
  let mark = Array(" at 0x".utf8)
  func isHexDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    let end = index + mark.count
    if text[index] == mark[0], end < text.count, isHexDigit(text[end]), text[index..<end].elementsEqual(mark) {
      result += mark
      result.append(48)
      index = end
      while index < text.count, isHexDigit(text[index]) { index += 1 }
    } else {
      result.append(text[index])
      index += 1
    }
  }
  return result
}

/// `opcode oparg any jump next`, with `-` where CPython refuses: the stack effects must be these. Operands that no
/// verified code may have are passed over: CPython's formula for RAISE_VARARGS then counts slots that are not there.
func compareStackEffects(_ item: String, _ set: InstructionSet) throws -> [String] {
  let parts = item.split(separator: " ").map { Int($0) }
  guard parts.count == 5, let opcode = parts[0], let oparg = parts[1] else {
    throw ItemError(description: "malformed item")
  }
  guard set.instructions.indices.contains(opcode) else { return ["no such opcode"] }
  for field in set[opcode].operand.fields {
    guard (field.minimum...field.maximum).contains(UInt32(field.value(in: oparg))) else { return [] }
  }
  let edges: [Edge?] = [nil, .jump, .next]
  let found = edges.map { set.stackEffect(opcode, oparg, $0) }
  let wanted = Array(parts[2...])
  return found == wanted ? [] : ["\(set[opcode].name): found \(found), wanted \(wanted)"]
}

/// A path: the assembly text of the file must assemble to the file, and hold no raw bytes where instructions and tables can
/// be written in words.
func assemble(_ path: String, _ set: InstructionSet) throws -> [String] {
  let data = try readFile(path)
  guard let text = AssemblyWriter.text(of: try read(path, set)) else { return ["cannot be written as assembly text"] }
  let assembled: [UInt8]
  do { assembled = try Assembler.assemble(text).write() } catch {
    return ["does not assemble: \(error.errors.first?.description ?? "")"]
  }
  guard assembled == data else {
    let place = zip(assembled, data).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    return ["differs at byte \(place ?? min(assembled.count, data.count))"]
  }
  // The optimizer of 3.8 and 3.9 lets a line begin behind an EXTENDED_ARG prefix, which no instruction can say.
  let raw = [".raw", ".exceptiontable", ".variable", ".typebytes"] + (set.file.lineTable == .lnotab ? [] : [".linetable"])
  let lines = text.split(separator: 10).map { $0.drop { $0 == 32 } }
  let found = raw.filter { directive in lines.contains { $0.starts(with: directive.utf8) } }
  return found.isEmpty ? [] : ["needs \(found.joined(separator: ", "))"]
}
