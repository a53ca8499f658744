/// The instructions of a version as the generator writes them: a column per property, so that the compiler makes constant data of
/// them. Element n of the first columns belongs to opcode n; lists that vary in length lie end to end, with a column of counts.
struct InstructionColumns {
  var names: [String]
  /// Raw values of `InstructionKind` and `ControlFlow`.
  var kinds: [UInt8]
  var flows: [UInt8]
  var bases: [UInt16]
  var families: [String]
  var docs: [String]
  var nextPictures: [String]
  /// Empty where all edges have the same picture.
  var otherPictures: [String]
  var effects: [UInt16]
  var lists: [UInt16]
  var fieldCounts: [UInt8]
  var fields: OperandFieldColumns
  var cacheCounts: [UInt8]
  var cacheNames: [String]
  var cacheUnits: [UInt8]
  var landsPastCounts: [UInt8]
  var landsPast: [UInt16]
  var expandsToCounts: [UInt8]
  var expandsTo: [UInt16]
  var readingCounts: [UInt8]
  var readingOutputs: [String]
  var readingTexts: [String]
}

/// The operand fields of all instructions, end to end.
struct OperandFieldColumns {
  var names: [String]
  /// Numbers of `OperandKind.init(number:table:)`.
  var kinds: [UInt8]
  /// The index of the operand table, 0 for kinds without one.
  var tables: [UInt8]
  var shifts: [UInt8]
  var masks: [UInt32]
  var minimums: [UInt32]
  var maximums: [UInt32]
  /// Empty where a flag does not show in `dis`.
  var shown: [String]

  func field(_ index: Int) -> OperandField {
    OperandField(
      names[index], OperandKind(number: kinds[index], table: Int(tables[index])), shift: shifts[index], mask: masks[index],
      minimum: minimums[index], maximum: maximums[index], shown: shown[index].isEmpty ? nil : shown[index])
  }
}

extension InstructionColumns {
  /// The rows.
  func instructions() -> [Instruction] {
    var result: [Instruction] = []
    result.reserveCapacity(names.count)
    var (field, cache, landing, expansion, reading) = (0, 0, 0, 0, 0)
    for number in names.indices {
      let fields = field..<field + Int(fieldCounts[number])
      let caches = cache..<cache + Int(cacheCounts[number])
      let landings = landing..<landing + Int(landsPastCounts[number])
      let expansions = expansion..<expansion + Int(expandsToCounts[number])
      let readings = reading..<reading + Int(readingCounts[number])
      (field, cache, landing, expansion) = (fields.upperBound, caches.upperBound, landings.upperBound, expansions.upperBound)
      reading = readings.upperBound
      result.append(
        Instruction(
          number: UInt16(number), name: names[number], kind: InstructionKind(rawValue: kinds[number]) ?? .unused,
          base: bases[number], family: families[number], doc: docs[number],
          operand: fields.isEmpty ? .none : Operand(fields.map(self.fields.field)),
          cache: caches.map { CacheField(cacheNames[$0], Int(cacheUnits[$0])) },
          cacheUnits: caches.reduce(0) { $0 + Int(cacheUnits[$1]) }, flow: ControlFlow(rawValue: flows[number]) ?? .next,
          landsPast: Array(landsPast[landings]), effects: Effects(rawValue: effects[number]),
          stack: StackPictures(
            next: nextPictures[number], other: otherPictures[number].isEmpty ? nil : otherPictures[number]),
          expandsTo: Array(expandsTo[expansions]), readings: readings.map { Reading(output: readingOutputs[$0], text: readingTexts[$0]) },
          lists: OpcodeLists(rawValue: lists[number])))
    }
    return result
  }
}

/// An operand table as the generator writes it.
struct OperandTableColumns {
  var name: String
  var doc: String
  var isShown: Bool
  var values: [UInt32]
  var names: [String]
  var texts: [String]
  /// Values that CPython reserves.
  var invalid: [UInt32]
  /// What goes into the field `_hint`; empty if there is nothing.
  var hints: [UInt32]

  func table() -> OperandTable {
    OperandTable(
      name: name, doc: doc, isShown: isShown,
      entries: values.indices.map {
        OperandTableEntry(values[$0], names[$0], texts[$0], isValid: !invalid.contains(values[$0]), hint: hints.isEmpty ? 0 : hints[$0])
      })
  }
}
