import Bytecode
import Testing

@Suite struct CodeTableTests {
  @Test(arguments: Fixtures.names) func exceptionTablesEncodeToWhatWasRead(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      let table = ExceptionTable(reading: code.exceptionTable)
      #expect(table.defect == nil)
      #expect(table.encoded() == code.exceptionTable)
    }
  }

  @Test(arguments: Fixtures.names) func locationTablesEncodeToWhatWasRead(_ name: String) throws {
    for code in try Fixtures.pyc(name).code.all {
      let ranges = Array(LocationTable(code))
      #expect(ranges.last?.units.upperBound == code.code.count / 2)
      // CPython cuts ranges as we do, unless it gave an instruction of its own the same position as the one before.
      let again = LocationTable(LocationTable.encoded(ranges, firstLine: code.firstLine), firstLine: code.firstLine)
      #expect(Array(again) == ranges)
      #expect(LocationTable.encoded(ranges, firstLine: code.firstLine) == code.lineTable)
    }
  }

  @Test func exceptionTableDefectsNameTheByte() {
    #expect(ExceptionTable(reading: [0x01]).defect?.offset == 0)
    #expect(ExceptionTable(reading: [0x81, 0x01, 0x81]).defect?.offset == 2)
    #expect(ExceptionTable(reading: [0x81, 0x01]).defect?.offset == 2)
    let good = ExceptionTable(entries: [
      ExceptionEntry(start: 100, end: 5000, target: 70000, depth: 3, pushesLasti: true)
    ])
    #expect(ExceptionTable(reading: good.encoded()).entries == good.entries)
    let cut = ExceptionTable(reading: ByteString(good.encoded().array + [0x81]))
    #expect(cut.entries == good.entries && cut.defect != nil)
  }

  @Test func locationTableDefectsEndTheSequence() {
    var truncated = LocationTable([0x80, 0x11, 0x80], firstLine: 1).makeIterator()
    #expect(truncated.next()?.position == SourcePosition(line: 1, endLine: 1, column: 1, endColumn: 2))
    #expect(truncated.next() == nil)
    #expect(truncated.defect != nil && truncated.byteOffset == 3)
  }
}
