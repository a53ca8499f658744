/// Reads the heading and the directives of a code object.
struct SectionParser {
  private let section: CodeSection
  private let interning: Interning

  init(_ section: CodeSection, _ interning: Interning) {
    self.section = section
    self.interning = interning
  }

  static let directives = [
    "name", "qualname", "file", "line", "arguments", "flags", "stack", "nlocals", "variable", "locals", "hidden", "cells", "free", "names",
    "const", "linetable", "exceptiontable", "marshal", "try", "endtry",
  ]

  // MARK: The heading

  /// `.code NAME` or `.code NAME(PARAMETERS)`.
  static func readHeading(
    of section: CodeSection, _ scanner: inout AssemblyScanner, _ tables: AssemblerTables
  ) throws(AssemblyError) {
    section.id = try scanner.codeID()
    guard scanner.accept("(") else { return }
    section.hasParameterList = true
    section.parameters = try parameters(&scanner, tables)
  }

  /// The parameters up to the closing parenthesis, as in Python, without defaults.
  private static func parameters(
    _ scanner: inout AssemblyScanner, _ tables: AssemblerTables
  ) throws(AssemblyError) -> CodeSection.Parameters {
    var positional: [Text] = []
    var keywordOnly: [Text] = []
    var variadic: (positional: Text?, keywords: Text?) = (nil, nil)
    var result = CodeSection.Parameters()
    var isBehindStar = false
    var count = 0
    while !scanner.accept(")") {
      if count > 0 { try scanner.expect(",", "',' or ')'") }
      count += 1
      let start = scanner
      guard variadic.keywords == nil else { throw start.unexpected("')': nothing may follow **NAME") }
      if scanner.accept("**") {
        variadic.keywords = try scanner.name("a parameter")
      } else if scanner.accept("*") {
        guard !isBehindStar else { throw start.unexpected("a parameter: there is a '*' already") }
        isBehindStar = true
        scanner.skipSpaces()
        if scanner.peek() != UInt8(ascii: ",") { variadic.positional = try scanner.name("a parameter") }
      } else if scanner.accept("/") {
        guard !isBehindStar, result.positionalOnly == 0, !positional.isEmpty else { throw start.unexpected("a parameter") }
        guard tables.set.file.codeFields.contains(.posonlyargcount) else {
          throw start.place.error("Python \(tables.set.version) has no positional-only parameters")
        }
        result.positionalOnly = positional.count
      } else {
        let name = try scanner.name("a parameter, '*', '/' or ')'")
        if isBehindStar { keywordOnly.append(name) } else { positional.append(name) }
      }
    }
    result.positional = positional.count
    result.keywordOnly = keywordOnly.count
    result.names = positional + keywordOnly + [variadic.positional, variadic.keywords].compactMap(\.self)
    if variadic.positional != nil { result.flags.insert(.variadicPositional) }
    if variadic.keywords != nil { result.flags.insert(.variadicKeywords) }
    return result
  }

  // MARK: Directives

  /// Reads what follows the name of a directive, one of `directives`.
  func read(_ name: String, _ scanner: inout AssemblyScanner, _ place: TextPlace) throws(AssemblyError) {
    switch name {
    case "name": section.name = try scanner.title(interning.titles, "a name")
    case "qualname": section.qualifiedName = try scanner.title(interning.titles, "a name")
    case "file": section.fileName = try scanner.name("the name of the source file")
    case "line": section.firstLine = try scanner.signedNumber("a line")
    case "stack": section.stackSize = try scanner.signedNumber("a number of slots")
    case "nlocals": section.localCount = try scanner.signedNumber("a number of local variables")
    case "arguments": try readArguments(&scanner)
    case "flags": try readFlags(&scanner)
    case "variable":
      let name = try scanner.name("a variable")
      section.variables.append((name, LocalKind(rawValue: UInt8(try scanner.number("the kind of a variable", limit: 255)))))
    case "locals": try readEntries(&scanner, into: \.locals)
    case "names": try readEntries(&scanner, into: \.names)
    case "hidden": section.hidden += try names(&scanner)
    case "cells": section.cells += try names(&scanner)
    case "free": section.free += try names(&scanner)
    case "const":
      let index = try index(&scanner)
      let form = try scanner.constant(interning)
      guard section.constants.add(form, at: index) else { throw place.error("another constant has that place") }
    case "linetable": section.lineTable = ByteString(try scanner.hexBytes())
    case "exceptiontable": section.exceptionTable = ByteString(try scanner.hexBytes())
    case "marshal": try readSpelling(&scanner, place)
    case "try": try readTry(&scanner, place)
    default: section.elements.append((.tryEnd, place))
    }
  }

  /// `.arguments POSITIONAL POSITIONAL-ONLY KEYWORD-ONLY`, for code objects without a parameter list.
  private func readArguments(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    section.parameters.positional = try scanner.signedNumber("the number of positional parameters")
    section.parameters.positionalOnly = try scanner.signedNumber("the number of positional-only parameters")
    section.parameters.keywordOnly = try scanner.signedNumber("the number of keyword-only parameters")
  }

  /// `.flags +FLAG -FLAG ...`: names or numbers.
  private func readFlags(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    while !scanner.isAtEnd() {
      let start = scanner
      let removes = scanner.accept("-")
      if !removes { _ = scanner.accept("+") }
      let flag: CodeFlags
      if let digit = scanner.peek(), (0x30...0x39).contains(digit) {
        flag = CodeFlags(rawValue: UInt32(try scanner.number("a flag")))
      } else {
        guard let word = scanner.word() else { throw start.unexpected("+FLAG or -FLAG") }
        guard let known = DefaultFlags.names.first(where: { $0.name == word }) else {
          throw start.place.error("unknown flag \(word)" + Suggestion.text(word, among: DefaultFlags.names.map(\.name)))
        }
        flag = known.flag
      }
      if removes { section.removedFlags.formUnion(flag) } else { section.addedFlags.formUnion(flag) }
    }
  }

  /// `#INDEX`, if it comes next.
  private func index(_ scanner: inout AssemblyScanner) throws(AssemblyError) -> Int? {
    scanner.accept("#") ? Int(try scanner.number("an index", limit: 1 << 28)) : nil
  }

  private func readEntries(
    _ scanner: inout AssemblyScanner, into entries: ReferenceWritableKeyPath<CodeSection, ListedEntries<Text>>
  ) throws(AssemblyError) {
    repeat {
      let start = scanner
      let index = try index(&scanner)
      let name = try scanner.name("a name")
      guard section[keyPath: entries].add(name, at: index) else { throw start.unexpected("a place that no other name has") }
    } while scanner.accept(",")
  }

  private func names(_ scanner: inout AssemblyScanner) throws(AssemblyError) -> [Text] {
    var names: [Text] = []
    repeat { names.append(try scanner.name("a name")) } while scanner.accept(",")
    return names
  }

  /// `.marshal WORD PATH ...`, where WORD is `shared`, `unshared`, `type BYTE` or `reference INDEX`.
  private func readSpelling(_ scanner: inout AssemblyScanner, _ place: TextPlace) throws(AssemblyError) {
    let start = scanner
    let spelling: CodeSection.WrittenSpelling
    switch scanner.word() {
    case "shared": spelling = .shared
    case "unshared": spelling = .unshared
    case "type": spelling = .type(UInt8(try scanner.number("a type byte", limit: 255)))
    case "reference": spelling = .reference(Int(try scanner.number("the number of a reference")))
    default: throw start.unexpected("'shared', 'unshared', 'type BYTE' or 'reference INDEX'")
    }
    repeat {
      scanner.skipSpaces()
      let start = scanner
      guard let path = scanner.bareName().flatMap({ ObjectPath(String(decoding: $0, as: UTF8.self)) }) else {
        throw start.unexpected("the path of an object, such as consts.1")
      }
      section.spelling.append((path, spelling, start.place))
    } while !scanner.isAtEnd()
  }

  /// `.try HANDLER [depth N] [lasti]`
  private func readTry(_ scanner: inout AssemblyScanner, _ place: TextPlace) throws(AssemblyError) {
    let start = scanner
    guard let handler = scanner.bareName().flatMap({ Text(utf8: ByteString(Array($0))) }) else {
      throw start.unexpected("the label of the handler")
    }
    let depth = scanner.accept(word: "depth") ? Int(try scanner.number("a depth", limit: 1 << 28)) : nil
    section.elements.append((.tryBegin(handler: handler, depth: depth, pushesLasti: scanner.accept(word: "lasti")), place))
  }
}
