/// Describes code objects as JSON, for tools: what the text of `Disassembler` says, and what the verifier knows.
///
/// Documentation/DisassemblyFormat.md explains the keys.
public struct JSONDisassembler {
  private let addresses: CodeAddresses
  private var json = JSONWriter()

  /// The JSON text for a code object of a supported version, nested ones included.
  /// - Parameter file: The file that it is from, if that is to be said.
  public static func text(of image: CodeImage, file: String? = nil) -> [UInt8] {
    var disassembler = JSONDisassembler(addresses: CodeAddresses(image))
    disassembler.append(image, file: file)
    return disassembler.json.bytes + [UInt8(ascii: "\n")]
  }

  private init(addresses: CodeAddresses) { self.addresses = addresses }

  private mutating func append(_ image: CodeImage, file: String? = nil) {
    guard let tables = DisassemblerTables.of(image.version) else { return json.null() }
    let entries = ExceptionTable(reading: image.exceptionTable).entries
    let rows = InstructionRows(image, tables, entries, addresses)
    var nested: [CodeImage] = []
    for case .code(let code) in image.constants { nested.append(code) }
    var inner = JSONDisassembler(addresses: addresses)
    json.object { json in
      if let file {
        json.key("file")
        json.value(file)
      }
      JSONDisassembler.appendFields(of: image, addresses, tables.set, to: &json)
      json.key("findings")
      json.array { json in for finding in rows.findings { json.value(finding) } }
      json.key("exception_table")
      json.array { json in for entry in entries { JSONDisassembler.append(entry, to: &json) } }
      json.key("instructions")
      json.array { json in rows.append(to: &json) }
      json.key("arcs")
      json.array { json in rows.appendArcs(to: &json) }
      json.key("code_objects")
      json.array { json in
        swap(&inner.json, &json)
        for code in nested { inner.append(code) }
        swap(&inner.json, &json)
      }
    }
  }

  private static func appendFields(
    of image: CodeImage, _ addresses: CodeAddresses, _ set: InstructionSet, to json: inout JSONWriter
  ) {
    func names(_ key: String, _ names: [Text]) {
      json.key(key)
      json.array(isInline: true) { json in for name in names { json.value(name) } }
    }
    func number(_ key: String, _ value: Int) {
      json.key(key)
      json.value(value)
    }
    number("id", addresses.address(of: image))
    json.key("python")
    json.value(image.version.description)
    for (key, text) in [("name", image.name), ("qualname", image.qualifiedName), ("filename", image.fileName)] {
      json.key(key)
      json.value(text)
    }
    number("firstlineno", image.firstLine)
    number("argcount", image.argumentCount)
    number("posonlyargcount", image.positionalOnlyCount)
    number("kwonlyargcount", image.keywordOnlyCount)
    number("nlocals", image.storedLocalCount ?? image.localCount)
    number("stacksize", image.stackSize)
    number("flags", Int(image.flags.rawValue))
    names("varnames", image.variableNames(.local))
    names("cellvars", image.variableNames(.cell))
    names("freevars", image.variableNames(.free))
    names("names", image.names)
    json.key("consts")
    json.array { json in
      for constant in image.constants {
        var repr = PythonRepr(codeAddress: addresses.address, set)
        repr.append(constant)
        json.value(String(decoding: repr.bytes, as: UTF8.self))
      }
    }
  }

  private static func append(_ entry: ExceptionEntry, to json: inout JSONWriter) {
    json.object(isInline: true) { json in
      json.key("start")
      json.value(2 * entry.start)
      json.key("end")
      json.value(2 * entry.end)
      append(handler: entry, to: &json)
    }
  }

  static func append(handler entry: ExceptionEntry, to json: inout JSONWriter) {
    json.key("target")
    json.value(2 * entry.target)
    json.key("depth")
    json.value(entry.depth)
    json.key("lasti")
    json.value(entry.pushesLasti)
  }
}
