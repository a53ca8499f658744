import SpecModel

/// Emits the description of a version's instruction set as data.
func emitTables(_ model: InstructionSetModel, ordinal: Int) -> String {
  TablesEmitter(model: model, ordinal: ordinal).file()
}

private struct TablesEmitter {
  let model: InstructionSetModel
  let ordinal: Int

  private var id: String { model.version.version.identifier }

  func file() -> String {
    var file = SourceText.swift("The instruction set of Python \(model.version.version).")
    file.block("extension InstructionSet") { file in
      file.line("/// Python \(model.version.version).")
      file.line("public static let v\(id) = InstructionSet(")
      file.indented { file in
        let version = model.version
        let encoding = version.encoding
        file.line("ordinal: \(ordinal), version: PythonVersion(\(version.version.major), \(version.version.minor)),")
        file.line("isReadOnly: \(version.isReadOnly),")
        file.line("magic: " + (model.spec.release(version.version).map(magicLiteral) ?? "") + ",")
        file.line("encoding: Encoding(")
        let cache = encoding.cache.flatMap { model.opcode($0.value) }.map { "\($0.number)" } ?? "nil"
        file.indented { file in
          file.line(
            "codeUnit: \(encoding.codeUnit), jumpUnit: \(encoding.jumpUnit), jumpsSkipCaches: \(encoding.jumpsSkipCaches),")
          file.line(
            "extendedArg: \(model.opcode(encoding.extendedArg.value)?.number ?? 0), cache: \(cache), "
              + "generatorStartDepth: \(encoding.generatorStartDepth), callsPrepareFrames: \(model.callsPrepareFrames)),")
        }
        let semantics = VersionSpec.Semantics.allCases.filter(version.semantics.contains)
        file.line("semantics: [\(semantics.map { ".\($0)" }.joined(separator: ", "))],")
        switch version.exceptions {
        case .table: file.line("exceptions: .table,")
        case .blocks(let limit, let slots): file.line("exceptions: .blocks(limit: \(limit), entrySlots: \(slots)),")
        }
        let format = version.file
        file.line("file: FileFormat(")
        file.indented { file in
          file.array("codeFields", format.codeFields.map { "." + $0 })
          file.line(
            "header: .\(format.header), lineTable: .\(format.lineTable), strings: .\(format.strings), "
              + "marshalVersion: \(format.marshalVersion)),")
        }
        dis(version.dis, &file)
        let values = version.values
        file.line(
          "values: ValueRules(stringHash: .\(values.stringHash), tupleHash: .\(values.tupleHash), noneHash: .\(values.noneHash), "
            + "unicode: \(values.unicode), intDigits: \(values.intDigits)),")
        let instrumented = model.opcodes.filter { $0.kind == .instrumented }.map(\.number).min()
        file.line("instructions: columns_\(id).instructions(), tables: tables_\(id).map { $0.table() },")
        file.line("opmapOrder: opmapOrder_\(id),")
        file.line("haveArgument: \(version.haveArgument), minInstrumentedOpcode: \(instrumented.map { "\($0)" } ?? "nil"))")
      }
    }
    file.line()
    opmapOrder(&file)
    file.line()
    instructions(&file)
    file.line()
    tables(&file)
    return file.text
  }

  private func dis(_ style: DisStyle, _ file: inout SourceText) {
    file.line("dis: DisStyle(")
    file.indented { file in
      file.line("options: [\(style.options.map { ".\($0)" }.joined(separator: ", "))],")
      file.line("marks: .\(style.marks), jumpTargets: .\(style.jumpTargets), lines: .\(style.lines),")
      file.line("lineColumn: .\(style.lineColumn), columns: .\(style.columns), operands: .\(style.operands),")
      file.line(
        "showsCacheValues: \(style.showsCacheValues), fusesPairs: \(style.fusesPairs), keepsBlanks: \(style.keepsBlanks), "
          + "showsEmptyTexts: \(style.showsEmptyTexts)),")
    }
  }

  private func opmapOrder(_ file: inout SourceText) {
    let start = model.version.opmapStart.compactMap { model.opcode($0.value)?.number }
    var rest = model.opcodes.filter { $0.kind != .specialized && !start.contains($0.number) }.map(\.number)
    for place in model.version.opmapPlaces {
      guard let number = model.opcode(place.name.value)?.number, let after = model.opcode(place.after.value)?.number else { continue }
      rest.removeAll { $0 == number }
      rest.insert(number, at: (rest.firstIndex(of: after) ?? rest.count - 1) + 1)
    }
    file.line("private let opmapOrder_\(id): [UInt16] = [")
    file.indented { $0.wrapped((start + rest).map(String.init)) }
    file.line("]")
  }

  // MARK: Instructions

  private func instructions(_ file: inout SourceText) {
    let count = max(256, (model.opcodes.map(\.number).max() ?? 0) + 1)
    let rows = (0..<count).map { number in model.opcodes.first { $0.number == number } }
    let opcodes = rows.compactMap { $0 }
    let fields = opcodes.flatMap(fields)
    let caches = opcodes.flatMap { $0.cache?.fields ?? [] }
    file.line("private let columns_\(id) = InstructionColumns(")
    file.indented { file in
      file.array("names", rows.enumerated().map { swiftLiteral($1?.name ?? "<\($0)>") })
      file.array("kinds", rows.map { "\(Self.kinds.firstIndex(of: $0?.kind) ?? 0)" })
      file.array("flows", rows.map { "\(Self.flows.firstIndex(of: $0?.form?.flow ?? .next) ?? 0)" })
      file.array("bases", rows.enumerated().map { "\($1?.base ?? $0)" })
      file.array("families", rows.map { swiftLiteral($0?.definition?.family ?? "") })
      file.array("docs", rows.map { swiftLiteral($0.map(doc) ?? "") })
      file.array("nextPictures", rows.map { swiftLiteral($0?.form?.next.text ?? "--") })
      file.array("otherPictures", rows.map { swiftLiteral($0?.form?.other?.text ?? "") })
      file.array("effects", rows.map { "\(effects($0?.form))" })
      file.array("lists", rows.map { "\($0.map(lists) ?? 0)" })
      file.array("fieldCounts", rows.map { "\($0.map(self.fields)?.count ?? 0)" })
      file.line("fields: OperandFieldColumns(")
      file.indented { file in
        file.array("names", fields.map { swiftLiteral($0.field.name) })
        file.array("kinds", fields.map { "\(kind($0.field.kind))" })
        file.array("tables", fields.map { "\($0.field.kind.tableName.map(tableIndex) ?? 0)" })
        file.array("shifts", fields.map { "\($0.field.shift)" })
        file.array("masks", fields.map { "\($0.field.mask)" })
        file.array("minimums", fields.map { "\($0.field.values.lowerBound)" })
        file.array("maximums", fields.map { "\($0.field.values.upperBound)" })
        file.array("shown", fields.map { swiftLiteral($0.shown) }, end: "]),")
      }
      file.array("cacheCounts", rows.map { "\($0?.cache?.fields.count ?? 0)" })
      file.array("cacheNames", caches.map { swiftLiteral($0.name.value) })
      file.array("cacheUnits", caches.map { "\($0.units)" })
      file.array("landsPastCounts", rows.map { "\($0?.form?.landsPast.count ?? 0)" })
      file.array("landsPast", opcodes.flatMap { numbers($0.form?.landsPast) })
      file.array("expandsToCounts", rows.map { "\($0?.form?.becomes.count ?? 0)" })
      file.array("expandsTo", opcodes.flatMap { numbers($0.form?.becomes) })
      let readings = opcodes.flatMap { $0.form?.readings ?? [] }
      file.array("readingCounts", rows.map { "\($0?.form?.readings.count ?? 0)" })
      file.array("readingOutputs", readings.map { swiftLiteral($0.output) })
      file.array("readingTexts", readings.map { swiftLiteral($0.text) }, end: "])")
    }
  }

  /// The order of the cases of `InstructionKind` and `ControlFlow` in module Bytecode, which are raw values there.
  private static let kinds: [VersionSpec.Number.Kind?] = [.real, .specialized, .instrumented, .pseudo, .internal, nil]
  private static let flows: [Flow] = [
    .next, .jump, .branch, .return, .raise, .suspend, .suspendAndRepeat, .setup, .callBlock, .returnFromBlock,
  ]

  private func numbers(_ names: [Located<String>]?) -> [String] {
    (names ?? []).compactMap { model.opcode($0.value)?.number }.map(String.init)
  }

  private func doc(_ opcode: InstructionSetModel.Opcode) -> String {
    guard let definition = opcode.definition else { return "A form of several instructions that CPython's monitoring writes." }
    switch opcode.kind {
    case .specialized: return "A form of \(definition.name.value) for particular types of operands."
    case .instrumented: return "\(definition.name.value), with a monitoring event."
    default: return definition.doc.split(separator: "\n").joined(separator: " ")
    }
  }

  private func fields(_ opcode: InstructionSetModel.Opcode) -> [(field: OperandField, shown: String)] {
    if opcode.declared.hasArgument == false { return [] }
    return (opcode.form?.operand ?? []).map { ($0, opcode.form?.dis.texts[$0.name] ?? "") }
  }

  /// The position of a kind in the list of `OperandKind` in module Bytecode.
  private func kind(_ kind: OperandKind) -> Int {
    switch kind {
    case .const: 0
    case .name: 1
    case .local: 2
    case .localsplus: 3
    case .deref: 4
    case .count: 5
    case .depth: 6
    case .forward: 7
    case .backward: 8
    case .absolute: 9
    case .handler: 10
    case .backReference: 11
    case .table: 12
    case .flags: 13
    case .flag: 14
    case .number: 15
    case .prefix: 16
    }
  }

  private func tableIndex(_ name: String) -> Int { model.tables.firstIndex { $0.table.name.value == name } ?? -1 }

  /// The bits of `Effects` in module Bytecode.
  private func effects(_ form: Form?) -> Int {
    let order: [Effect] = [.raises, .calls, .allocates, .polls, .names, .frames, .handling, .charges]
    var effects = form?.effects ?? []
    // A used-up budget raises, whatever the kernel does.
    if !effects.isDisjoint(with: [.polls, .charges]) { effects.insert(.raises) }
    let bits = order.enumerated().reduce(0) { $0 | (effects.contains($1.element) ? 1 << $1.offset : 0) }
    switch form?.leaves {
    case .block: return bits | 1 << order.count
    case .handler: return bits | 1 << (order.count + 1)
    case nil: return bits
    }
  }

  /// The bits of `OpcodeLists` in module Bytecode, which has them in the order of `opcodeLists`.
  private func lists(_ opcode: InstructionSetModel.Opcode) -> Int {
    let lists = model.lists(opcode)
    return opcodeLists.enumerated().reduce(0) { $0 | (lists.contains($1.element) ? 1 << $1.offset : 0) }
  }

  // MARK: Operand tables

  private func tables(_ file: inout SourceText) {
    file.line("private let tables_\(id): [OperandTableColumns] = [")
    file.indented { file in
      for (table, entries) in model.tables {
        file.line("OperandTableColumns(")
        file.indented { file in
          file.line("name: \(swiftLiteral(table.name.value)), doc: \(swiftLiteral(table.doc)),")
          file.line("isShown: \(table.shown.contains(model.version.version)),")
          file.array("values", entries.map { "\($0.value)" })
          file.array("names", entries.map { swiftLiteral($0.name.value) })
          file.array("texts", entries.map { swiftLiteral($0.text) })
          file.array("invalid", entries.filter { !$0.isValid }.map { "\($0.value)" })
          file.array("hints", entries.contains { $0.hint != 0 } ? entries.map { "\($0.hint)" } : [], end: "]),")
        }
      }
    }
    file.line("]")
  }
}

func magicLiteral(_ release: Release) -> String {
  "MagicRange(version: PythonVersion(\(release.version.major), \(release.version.minor)), first: \(release.first), "
    + "last: \(release.released), released: \(release.released))"
}
