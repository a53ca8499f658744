import Bytecode

/// Damages code objects and writes them as well-formed .pyc files, so that the damage is for the verifier to find.
struct CodeMutator {
  private let files: [PycFile]
  /// All code objects of the files.
  private let images: [CodeImage]
  private let opcodes: [PythonVersion: Opcodes]

  /// The opcodes of a version that damage is made of.
  private struct Opcodes {
    let real: [UInt8]
    /// Those that begin and end blocks and handlers; empty where tables say where handlers are.
    let blocks: [UInt8]

    init(_ set: InstructionSet) {
      let all = set.instructions.filter { $0.kind == .real && $0.number < 256 }
      real = all.map { UInt8($0.number) }
      let flows: Set<ControlFlow> = [.setupHandler, .callBlock, .returnFromBlock]
      blocks = all.filter { flows.contains($0.flow) || !$0.effects.isDisjoint(with: [.endsBlock, .endsHandler]) }
        .map { UInt8($0.number) }
    }
  }

  init(files: [PycFile]) {
    self.files = files
    images = files.flatMap { CodeMutator.all($0.code) }
    opcodes = Dictionary(InstructionSet.all.map { ($0.version, Opcodes($0)) }) { first, _ in first }
  }

  private static func all(_ image: CodeImage) -> [CodeImage] {
    var found = [image]
    for case .code(let nested) in image.constants { found += all(nested) }
    return found
  }

  func mutant(_ random: inout SeededGenerator) -> [UInt8] {
    var file = files[random.below(files.count)]
    let victims = CodeMutator.all(file.code)
    let victim = victims[random.below(victims.count)]
    var fields = victim.fields
    for _ in 0...random.below(3) { damage(&fields, &random) }
    file.code = replace(victim, by: CodeImage(fields), in: file.code)
    file.spelling = nil
    return file.write()
  }

  private func replace(_ victim: CodeImage, by image: CodeImage, in root: CodeImage) -> CodeImage {
    guard root !== victim else { return image }
    var fields = root.fields
    fields.constants = root.constants.map { constant in
      guard case .code(let nested) = constant else { return constant }
      return .code(replace(victim, by: image, in: nested))
    }
    return CodeImage(fields)
  }

  private func damage(_ fields: inout CodeImage.Fields, _ random: inout SeededGenerator) {
    switch random.below(18) {
    case 0...7: damageCode(&fields, &random)
    case 8: fields.stackSize += random.below(9) - 4
    case 9: fields.flags.formSymmetricDifference(CodeFlags(rawValue: 1 << UInt32(random.below(11))))
    case 10: fields.argumentCount += random.below(5) - 2
    case 11: fields.keywordOnlyCount += random.below(3) - 1
    case 12:
      guard !fields.localsPlusKinds.isEmpty else { return }
      let kinds: [LocalKind] = [.local, .cell, .free, [.local, .cell], [.local, .hidden], []]
      fields.localsPlusKinds[random.below(fields.localsPlusKinds.count)] = kinds[random.below(kinds.count)]
    case 13: damageConstants(&fields, &random)
    case 14: damageHandlers(&fields, &random)
    case 15:
      var table = fields.lineTable.array
      guard !table.isEmpty else { return }
      table[random.below(table.count)] = UInt8(random.below(256))
      fields.lineTable = ByteString(table)
    case 16: fields.storedLocalCount = fields.localsPlusNames.count - random.below(3)
    default:
      if !fields.names.isEmpty { fields.names.removeLast() }
    }
  }

  private func damageCode(_ fields: inout CodeImage.Fields, _ random: inout SeededGenerator) {
    var code = fields.code.array
    let units = code.count / 2
    guard units > 1 else { return }
    let unit = random.below(units)
    let real = opcodes[fields.version]?.real ?? []
    switch random.below(7) {
    case 0, 1: if !real.isEmpty { code[2 * unit] = real[random.below(real.count)] }
    case 2: code[2 * unit] = UInt8(random.below(256))
    case 3: code[2 * unit + 1] = UInt8(random.below(2) == 0 ? random.below(8) : random.below(256))
    case 4:
      let other = random.below(units)
      code.swapAt(2 * unit, 2 * other)
      code.swapAt(2 * unit + 1, 2 * other + 1)
    case 5: code.removeSubrange(2 * unit..<2 * min(units, unit + 1 + random.below(4)))
    default:
      let donor = images[random.below(images.count)].code.array
      let start = 2 * random.below(max(donor.count / 2, 1))
      let piece = donor[start..<min(donor.count, start + 2 * (1 + random.below(12)))]
      let end = random.below(2) == 0 ? 2 * unit : min(code.count, 2 * unit + piece.count)
      code.replaceSubrange(2 * unit..<end, with: piece)
    }
    fields.code = ByteString(code)
  }

  private func damageConstants(_ fields: inout CodeImage.Fields, _ random: inout SeededGenerator) {
    guard !fields.constants.isEmpty else { return }
    let place = random.below(fields.constants.count)
    switch random.below(3) {
    case 0: fields.constants.swapAt(place, random.below(fields.constants.count))
    case 1: fields.constants.remove(at: place)
    default:
      let donor = images[random.below(images.count)].constants
      if !donor.isEmpty { fields.constants[place] = donor[random.below(donor.count)] }
    }
  }

  private func damageHandlers(_ fields: inout CodeImage.Fields, _ random: inout SeededGenerator) {
    let blocks = opcodes[fields.version]?.blocks ?? []
    guard blocks.isEmpty else { return insertBlock(of: blocks, into: &fields, &random) }
    var table = ExceptionTable(reading: fields.exceptionTable)
    let units = max(fields.code.count / 2, 1)
    let start = random.below(units)
    let entry = ExceptionEntry(
      start: start, end: start + 1 + random.below(8), target: random.below(units), depth: random.below(5),
      pushesLasti: random.below(2) == 0)
    if table.entries.isEmpty || random.below(3) == 0 {
      table.entries.append(entry)
      table.entries.sort { $0.start < $1.start }
    } else {
      table.entries[random.below(table.entries.count)] = entry
    }
    fields.exceptionTable = table.encoded()
  }

  /// Has an instruction begin or end a block.
  private func insertBlock(of blocks: [UInt8], into fields: inout CodeImage.Fields, _ random: inout SeededGenerator) {
    var code = fields.code.array
    guard code.count > 1 else { return }
    let place = 2 * random.below(code.count / 2)
    let instruction = [blocks[random.below(blocks.count)], UInt8(2 * random.below(16))]
    code.replaceSubrange(place..<(random.below(2) == 0 ? place : place + 2), with: instruction)
    fields.code = ByteString(code)
  }
}
