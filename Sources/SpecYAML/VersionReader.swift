import SpecModel

extension SpecReader {
  mutating func readVersion(_ tree: Node) {
    guard var file = MappingReader(tree, "a version", &diagnostics) else { return }
    let version = file.require("version", &diagnostics)?.version(&diagnostics)
    if let node = file.take("magic"), var magic = MappingReader(node, "the magic numbers", &diagnostics) {
      readMagicNumbers(&magic, version, node.place)
    }
    let encoding = file.require("encoding", &diagnostics).flatMap { readEncoding($0) }
    let exceptions = file.require("exceptions", &diagnostics).flatMap { readExceptions($0) }
    let format = file.require("file", &diagnostics).flatMap { readFileFormat($0) }
    var haveArgument: Int?
    var hasMetadataModule = false
    var opmapStart: [Located<String>] = []
    var opmapPlaces: [VersionSpec.OpmapPlace] = []
    let isReadOnly = file.take("read_only")?.boolean("whether files of the version are only read", &diagnostics) ?? false
    if let node = file.require("opcode_module", &diagnostics),
      var mapping = MappingReader(node, "notes about the opcode module", &diagnostics)
    {
      haveArgument = mapping.require("have_argument", &diagnostics)?.integer("a number", in: 0...255, &diagnostics)
      hasMetadataModule = mapping.take("metadata_module")?.boolean("whether there is a module _opcode_metadata", &diagnostics) ?? false
      opmapStart = mapping.take("opmap_starts_with")?.names("the first names of opmap", &diagnostics) ?? []
      if let places = mapping.take("opmap_places") {
        for (name, value) in MappingReader.pairs(places, "names and what they stand behind in opmap", &diagnostics) {
          guard let after = value.string("the name in front", &diagnostics) else { continue }
          opmapPlaces.append(VersionSpec.OpmapPlace(name: name, after: after))
        }
      }
      mapping.finish(&diagnostics)
    }
    let semantics = Set(
      (file.take("semantics")?.names("how code behaves", &diagnostics) ?? []).compactMap {
        word($0, "semantics", VersionSpec.Semantics.self)
      })
    let caches = file.take("caches").map { readCaches($0) } ?? []
    var numbers: [VersionSpec.Number] = []
    if let node = file.require("real", &diagnostics) { numbers += readNumbers(node, .real, base: nil) }
    if let node = file.take("internal") { numbers += readNumbers(node, .internal, base: nil) }
    if let node = file.take("specialized") {
      for (base, members) in MappingReader.pairs(node, "the specialized instructions", &diagnostics) {
        numbers += readNumbers(members, .specialized, base: base)
      }
    }
    if let node = file.take("instrumented") { numbers += readInstrumented(node) }
    if let node = file.take("pseudo") { numbers += readNumbers(node, .pseudo, base: nil) }
    let operands = file.take("operands").map { readOperands($0) } ?? [:]
    let dis = file.take("dis").map { readDisStyle($0) }
    let values = file.take("values").map { readValueRules($0) }
    file.finish(&diagnostics)
    guard let version, let encoding, let exceptions, let format, let haveArgument else { return }
    var result = VersionSpec(
        version: version, place: tree.place, encoding: encoding, exceptions: exceptions, file: format, isReadOnly: isReadOnly,
        semantics: semantics, haveArgument: haveArgument, hasMetadataModule: hasMetadataModule, opmapStart: opmapStart, opmapPlaces: opmapPlaces, caches: caches, numbers: numbers,
        operands: operands)
    if let dis { result.dis = dis }
    if let values { result.values = values }
    spec.versions.append(result)
  }

  /// Operand kinds with the instructions whose whole operand is of that kind.
  private mutating func readOperands(_ node: Node) -> [String: Located<OperandField>] {
    var operands: [String: Located<OperandField>] = [:]
    let tables = Set(spec.tables.map(\.name.value))
    for (kind, value) in MappingReader.pairs(node, "operand kinds with their instructions", &diagnostics) {
      guard let field = OperandField.parseWhole(kind, tables: tables, &diagnostics) else { continue }
      for name in value.names("the instructions with such operands", &diagnostics) {
        if operands.updateValue(Located(field, name.place), forKey: name.value) != nil {
          diagnostics.error(name.place, "`\(name.value)` has an operand already")
        }
      }
    }
    return operands
  }

  private mutating func readEncoding(_ node: Node) -> VersionSpec.Encoding? {
    guard var mapping = MappingReader(node, "an encoding", &diagnostics) else { return nil }
    let codeUnit = mapping.require("code_unit", &diagnostics)?.integer("the bytes of a code unit", in: 1...2, &diagnostics)
    let jumpUnit = mapping.require("jump_unit", &diagnostics)?.integer("the bytes of a jump unit", in: 1...2, &diagnostics)
    let skips = mapping.require("jumps_skip_caches", &diagnostics)?.boolean(
      "whether jumps count from behind the caches", &diagnostics)
    let extended = mapping.require("extended_arg", &diagnostics)?.string("the name of the prefix", &diagnostics)
    let cache = mapping.take("cache")?.string("the name of the cache instruction", &diagnostics)
    let longest = mapping.take("longest_cache")?.integer("code units", in: 1...16, &diagnostics)
    let depth = mapping.require("generator_start_depth", &diagnostics)?.integer("a depth", in: 0...1, &diagnostics)
    mapping.finish(&diagnostics)
    guard let codeUnit, let jumpUnit, let skips, let extended, let depth else { return nil }
    return VersionSpec.Encoding(
      codeUnit: codeUnit, jumpUnit: jumpUnit, jumpsSkipCaches: skips, extendedArg: extended, cache: cache,
      longestCache: longest, generatorStartDepth: depth)
  }

  private mutating func readExceptions(_ node: Node) -> VersionSpec.ExceptionModel? {
    guard var mapping = MappingReader(node, "an exception model", &diagnostics) else { return nil }
    defer { mapping.finish(&diagnostics) }
    guard let model = mapping.require("model", &diagnostics)?.string("`table` or `blocks`", &diagnostics) else { return nil }
    switch model.value {
    case "table": return .table
    case "blocks":
      let limit = mapping.require("limit", &diagnostics)?.integer("the most blocks of a frame", in: 1...255, &diagnostics)
      let slots = mapping.require("entry_slots", &diagnostics)?.integer("slots", in: 1...16, &diagnostics)
      guard let limit, let slots else { return nil }
      return .blocks(limit: limit, entrySlots: slots)
    default:
      diagnostics.unknown("exception model", model.value, at: model.place, among: ["blocks", "table"])
      return nil
    }
  }

  private mutating func readFileFormat(_ node: Node) -> VersionSpec.FileFormat? {
    guard var mapping = MappingReader(node, "a file format", &diagnostics) else { return nil }
    defer { mapping.finish(&diagnostics) }
    let header = mapping.require("header", &diagnostics).flatMap {
      readWord($0, "header", VersionSpec.FileFormat.Header.self)
    }
    let marshal = mapping.require("marshal", &diagnostics)?.integer("the version of marshal", in: 0...255, &diagnostics)
    let lines = mapping.require("line_table", &diagnostics).flatMap {
      readWord($0, "line table", VersionSpec.FileFormat.LineTable.self)
    }
    let fields = mapping.require("code_fields", &diagnostics)?.names("the fields of a code object", &diagnostics) ?? []
    let known = VersionSpec.FileFormat.knownCodeFields
    for field in fields where !known.contains(field.value) {
      diagnostics.unknown("code field", field.value, at: field.place, among: known)
    }
    let strings = mapping.take("strings").map { readWord($0, "kind of strings", VersionSpec.FileFormat.Strings.self) } ?? .text
    guard let header, let marshal, let lines, let strings else { return nil }
    return VersionSpec.FileFormat(
      header: header, marshalVersion: marshal, lineTable: lines, strings: strings, codeFields: fields.map(\.value))
  }

  private mutating func readDisStyle(_ node: Node) -> DisStyle {
    var style = DisStyle()
    guard var mapping = MappingReader(node, "how dis prints", &diagnostics) else { return style }
    if let node = mapping.take("options") {
      style.options = node.names("what can be asked for", &diagnostics).compactMap { option in
        if let known = DisStyle.Option(rawValue: option.value) { return known }
        diagnostics.unknown("option", option.value, at: option.place, among: DisStyle.Option.allCases.map(\.rawValue))
        return nil
      }
    }
    mapping.take("marks").flatMap { readWord($0, "kind of marks", DisStyle.Marks.self) }.map { style.marks = $0 }
    mapping.take("jump_targets").flatMap { readWord($0, "kind of jumps", DisStyle.JumpTargets.self) }.map { style.jumpTargets = $0 }
    mapping.take("lines").flatMap { readWord($0, "way to show lines", DisStyle.Lines.self) }.map { style.lines = $0 }
    mapping.take("line_column").flatMap { readWord($0, "case", DisStyle.LineColumn.self) }.map { style.lineColumn = $0 }
    mapping.take("columns").flatMap { readWord($0, "kind of columns", DisStyle.Columns.self) }.map { style.columns = $0 }
    mapping.take("operands").flatMap { readWord($0, "kind of operands", DisStyle.Operands.self) }.map { style.operands = $0 }
    mapping.take("cache_values")?.boolean("whether caches show their values", &diagnostics).map { style.showsCacheValues = $0 }
    mapping.take("fused_pairs")?.boolean("whether pairs are fused", &diagnostics).map { style.fusesPairs = $0 }
    mapping.take("trailing_blanks")?.boolean("whether blanks at the end of lines stay", &diagnostics).map { style.keepsBlanks = $0 }
    mapping.take("empty_texts")?.boolean("whether empty texts are shown", &diagnostics).map { style.showsEmptyTexts = $0 }
    mapping.finish(&diagnostics)
    return style
  }

  private mutating func readValueRules(_ node: Node) -> ValueRules {
    var rules = ValueRules()
    guard var mapping = MappingReader(node, "how values are hashed and printed", &diagnostics) else { return rules }
    mapping.take("string_hash").flatMap { readWord($0, "hash of strings", ValueRules.StringHash.self) }.map { rules.stringHash = $0 }
    mapping.take("tuple_hash").flatMap { readWord($0, "hash of tuples", ValueRules.TupleHash.self) }.map { rules.tupleHash = $0 }
    mapping.take("none_hash").flatMap { readWord($0, "hash of None", ValueRules.NoneHash.self) }.map { rules.noneHash = $0 }
    mapping.take("unicode")?.integer("the version of Unicode times 10", in: 90...999, &diagnostics).map { rules.unicode = $0 }
    mapping.take("int_digits")?.integer("the most digits of an int", in: 0...1_000_000, &diagnostics).map { rules.intDigits = $0 }
    mapping.finish(&diagnostics)
    return rules
  }

  private mutating func readCaches(_ node: Node) -> [VersionSpec.Cache] {
    MappingReader.pairs(node, "the inline caches", &diagnostics).map { name, value in
      var fields: [VersionSpec.Cache.Field] = []
      for item in value.list("the fields of the cache", &diagnostics) {
        if let name = item.text {
          fields.append(VersionSpec.Cache.Field(name: name, units: 1))
          continue
        }
        for (name, size) in MappingReader.pairs(item, "a cache field", &diagnostics) {
          guard let units = size.integer("the size of a cache field in code units", in: 1...4, &diagnostics) else { continue }
          fields.append(VersionSpec.Cache.Field(name: name, units: units))
        }
      }
      return VersionSpec.Cache(instruction: name, fields: fields)
    }
  }

  private mutating func readNumbers(
    _ node: Node, _ kind: VersionSpec.Number.Kind, base: Located<String>?
  ) -> [VersionSpec.Number] {
    MappingReader.pairs(node, "names with numbers", &diagnostics).compactMap { name, value in
      let range = kind == .pseudo ? 256...511 : 0...255
      guard let number = value.integer("the number of \(name.value)", in: range, &diagnostics) else { return nil }
      return VersionSpec.Number(
        name: name, number: number, kind: kind, base: base, effect: nil, hasArgument: nil, lists: [])
    }
  }

  private mutating func readInstrumented(_ node: Node) -> [VersionSpec.Number] {
    MappingReader.pairs(node, "the instrumented instructions", &diagnostics).compactMap { name, value in
      guard var mapping = MappingReader(value, "an instrumented instruction", &diagnostics) else { return nil }
      let number = mapping.require("number", &diagnostics)?.integer("the number of \(name.value)", in: 0...255, &diagnostics)
      let base = mapping.take("of")?.string("the instruction it stands for", &diagnostics)
      let effect = mapping.take("effect")?.integer("a stack effect", in: -255...255, &diagnostics)
      let hasArgument = mapping.take("hasarg")?.boolean("whether hasarg lists it", &diagnostics)
      let lists = mapping.take("lists").map { readLists($0) } ?? []
      mapping.finish(&diagnostics)
      guard let number else { return nil }
      return VersionSpec.Number(
        name: name, number: number, kind: .instrumented, base: base, effect: effect, hasArgument: hasArgument, lists: lists)
    }
  }
}
