/// The tables of all encodings, each made when it is first asked for.
enum CharacterSets {
  private static let empty = DoubleTable()

  static let cp949 = DoubleTable(empty, KoreanTables.cp949)
  static let eucKr = DoubleTable(cp949.high, KoreanTables.eucKr)
  static let johab = DoubleTable(empty, KoreanTables.johab)
  static let gb18030 = DoubleTable(empty, ChineseTables.gb18030)
  static let gbk = DoubleTable(gb18030, ChineseTables.gbk)
  static let gb2312 = DoubleTable(gbk.high, ChineseTables.gb2312)
  static let big5 = DoubleTable(empty, TaiwaneseTables.big5)
  static let cp950 = DoubleTable(big5, TaiwaneseTables.cp950)
  static let big5hkscs = DoubleTable(big5, TaiwaneseTables.big5hkscs)
  static let eucJp = DoubleTable(empty, JapaneseTables.eucJp)
  static let eucJis2004 = DoubleTable(eucJp, JapaneseTables.eucJis2004)
  static let eucJisx0213 = DoubleTable(eucJis2004, JapaneseTables.eucJisx0213)
  static let shiftJis = DoubleTable(.shifted(eucJp, empty), JapaneseTables.shiftJis)
  static let cp932 = DoubleTable(shiftJis, JapaneseTables.cp932)
  static let shiftJis2004 = DoubleTable(.shifted(eucJis2004, eucJis2004Three), JapaneseTables.shiftJis2004)
  static let shiftJisx0213 = DoubleTable(shiftJis2004, JapaneseTables.shiftJisx0213)
  static let eucJpThree = DoubleTable(empty, JapaneseTables.eucJpThree)
  static let eucJis2004Three = DoubleTable(eucJpThree, JapaneseTables.eucJis2004Three)
  static let eucJisx0213Three = DoubleTable(eucJis2004Three, JapaneseTables.eucJisx0213Three)

  /// The characters of four bytes in GB 18030, by number.
  static let four: [UInt16] = {
    var characters = [UInt16](repeating: 0, count: 39420)
    TableText.read(ChineseTables.gb18030Four) { code, character in characters[code] = UInt16(truncatingIfNeeded: character) }
    return characters
  }()

  /// The number of a character of four bytes, and one.
  static let fourNumbers: [UInt16] = {
    var numbers = [UInt16](repeating: 0, count: 0x1_0000)
    for (number, character) in four.enumerated() where character != 0 { numbers[Int(character)] = UInt16(number + 1) }
    return numbers
  }()
}

extension CharacterSets {
  /// JIS X 0208 alone: `euc_jp` has half-width katakana besides.
  static let jis0208: DoubleTable = {
    var table = eucJp
    for trail in 0x80...0xFF { table.characters[0x0E00 | trail] = 0 }
    return table
  }()

  static let secondPlane2000 = secondPlane(of: eucJisx0213Three)
  static let secondPlane2004 = secondPlane(of: eucJis2004Three)

  /// The rows of a table that belong to JIS X 0213.
  private static func secondPlane(of table: DoubleTable) -> DoubleTable {
    var result = table
    for row in 1...94 where !DoubleTable.secondPlane.contains(row) {
      for trail in 0x80...0xFF { result.characters[(0x20 + row) << 8 | trail] = 0 }
    }
    return result
  }
}
