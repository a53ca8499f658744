import Bytecode

extension Thread {
  /// The line of a code unit, 0 if it has none. The first call for a code object decodes its whole table.
  public func lineNumber(_ code: Ref<CodeObject>, _ unit: Int) -> Int {
    if code.lines.isNone { decodeLines(code) }
    guard !code.lines.isNone, unit >= 0, unit < code.unitCount else { return 0 }
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
      let table: Ref<BytesObject> = code.lineTable.unchecked()
      let bytes = ByteString(Array(UnsafeBufferPointer(start: table.bytes, count: table.count)))
      for range in LocationTable(bytes, firstLine: code.firstLine) {
        guard let line = range.position.line, let line = Int32(exactly: line) else { continue }
        for unit in range.units.clamped(to: 0..<count) { lines.trailing(Int32.self)[unit] = line }
      }
      code.lines = lines
    } catch {}
  }
}
