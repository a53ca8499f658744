import Bytecode

extension Thread {
  /// The line of a code unit, 0 if it has none.
  public func lineNumber(_ code: Ref<CodeObject>, _ unit: Int) -> Int {
    let table: Ref<BytesObject> = code.lineTable.unchecked()
    let bytes = ByteString(Array(UnsafeBufferPointer(start: table.bytes, count: table.count)))
    return LocationTable(bytes, firstLine: code.firstLine).position(atUnit: unit).line ?? 0
  }
}
