import Bytecode

extension Thread {
  /// The line of a code unit, 0 if it has none. The first call for a code object decodes its whole table.
  public func lineNumber(_ code: Ref<CodeObject>, _ unit: Int) -> Int {
    if unit < 0 { return code.firstLine }
    if code.lines.isNone { decodeLines(code) }
    guard !code.lines.isNone, unit < code.unitCount else { return 0 }
    return Int(code.lines.trailing(Int32.self)[unit])
  }

  /// Fills `code.lines`; without memory for them it stays none.
  @inline(never)
  private func decodeLines(_ code: Ref<CodeObject>) {
    let pending = self.exception
    defer { self.exception = pending }
    do throws(Raised) {
      let count = code.unitCount
      let lines: Ref<BufferObject> = try allocate(
        bytes: MemoryLayout<BufferObject>.size + count * MemoryLayout<Int32>.stride, kind: .rawBuffer, type: .none, tracedWords: 0)
      lines.capacity = count
      for range in positionTable(of: code) {
        guard let line = range.position.line, let line = Int32(exactly: line) else { continue }
        for unit in range.units.clamped(to: 0..<count) { lines.trailing(Int32.self)[unit] = line }
      }
      code.lines = lines
    } catch {}
  }

  /// `co_positions()`: for each code unit a tuple of line, last line, column and end column, None where unknown.
  public func positions(_ code: Ref<CodeObject>) throws(Raised) -> Ref<ListObject> {
    let result = try list()
    for range in positionTable(of: code) {
      let place = try tuple(count: 4)
      let position = shown(range.position)
      place.items[0] = try optionalInt(position.line)
      place.items[1] = try optionalInt(position.endLine)
      place.items[2] = try optionalInt(position.column)
      place.items[3] = try optionalInt(position.endColumn)
      for _ in range.units { try append(result, Value(place)) }
    }
    return result
  }

  /// The place of the instruction at an offset in bytes; nil if there is none.
  public func position(_ code: Ref<CodeObject>, _ offset: Int) -> SourcePosition? {
    let unit = offset / code.instructionSet.encoding.codeUnit
    guard offset >= 0, unit < code.unitCount else { return nil }
    return positionTable(of: code).first { $0.units.contains(unit) }.map { shown($0.position) }
  }

  /// Without columns, where code objects are to have none.
  private func shown(_ position: SourcePosition) -> SourcePosition {
    guard self.box.hidesColumns else { return position }
    return SourcePosition(line: position.line, endLine: position.line, column: nil, endColumn: nil)
  }

  private func positionTable(of code: Ref<CodeObject>) -> PositionTable {
    let table: Ref<BytesObject> = code.lineTable.unchecked()
    let bytes = ByteString(Array(UnsafeBufferPointer(start: table.bytes, count: table.count)))
    let set = code.instructionSet
    return PositionTable(
      bytes, firstLine: code.firstLine, codeLength: set.encoding.codeUnit * code.unitCount, set)
  }

  private func optionalInt(_ number: Int?) throws(Raised) -> Value {
    guard let number else { return .none }
    return try int(number)
  }
}
