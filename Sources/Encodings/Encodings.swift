/// The encodings that are tables, by name. (CPython: Lib/encodings, Modules/cjkcodecs.)
public enum Encodings {
  static let eucKr = MultibyteCodec("euc_kr", CharacterSets.eucKr, .init(encoding: EncodingExceptions.eucKrEncoding), kind: .eucKr)
  static let gb2312 = MultibyteCodec("gb2312", CharacterSets.gb2312, .init(encoding: EncodingExceptions.gb2312Encoding))
  static let eucJp = MultibyteCodec(
    "euc_jp", CharacterSets.eucJp, .init(encoding: EncodingExceptions.eucJpEncoding), three: CharacterSets.eucJpThree)
  static let eucJis2004 = MultibyteCodec(
    "euc_jis_2004", CharacterSets.eucJis2004, .init(encoding: EncodingExceptions.eucJis2004Encoding, pairs: EncodingExceptions.eucJis2004Pairs),
    three: CharacterSets.eucJis2004Three)
  static let eucJisx0213 = MultibyteCodec(
    "euc_jisx0213", CharacterSets.eucJisx0213, .init(encoding: EncodingExceptions.eucJisx0213Encoding, pairs: EncodingExceptions.eucJisx0213Pairs),
    three: CharacterSets.eucJisx0213Three, later: CharacterSets.eucJis2004)
  private static let cp949 = MultibyteCodec("cp949", CharacterSets.cp949, .init(encoding: EncodingExceptions.cp949Encoding))
  private static let johab = MultibyteCodec("johab", CharacterSets.johab, .init(encoding: EncodingExceptions.johabEncoding))
  private static let gbk = MultibyteCodec("gbk", CharacterSets.gbk, .init(encoding: EncodingExceptions.gbkEncoding))
  private static let gb18030 = MultibyteCodec("gb18030", CharacterSets.gb18030, .init(encoding: EncodingExceptions.gb18030Encoding), kind: .gb18030)
  private static let big5 = MultibyteCodec("big5", CharacterSets.big5, .init(encoding: EncodingExceptions.big5Encoding))
  private static let cp950 = MultibyteCodec("cp950", CharacterSets.cp950, .init(encoding: EncodingExceptions.cp950Encoding))
  private static let big5hkscs = MultibyteCodec(
    "big5hkscs", CharacterSets.big5hkscs, .init(encoding: EncodingExceptions.big5hkscsEncoding, pairs: EncodingExceptions.big5hkscsPairs))
  private static let shiftJis = MultibyteCodec(
    "shift_jis", CharacterSets.shiftJis, .init(encoding: EncodingExceptions.shiftJisEncoding, singles: EncodingExceptions.shiftJisSingles),
    leads: [0x81...0x9F, 0xE0...0xEA])
  private static let cp932 = MultibyteCodec(
    "cp932", CharacterSets.cp932, .init(encoding: EncodingExceptions.cp932Encoding, singles: EncodingExceptions.cp932Singles))
  private static let shiftJis2004 = MultibyteCodec(
    "shift_jis_2004", CharacterSets.shiftJis2004,
    .init(encoding: EncodingExceptions.shiftJis2004Encoding, singles: EncodingExceptions.shiftJis2004Singles, pairs: EncodingExceptions.shiftJis2004Pairs),
    leads: [0x81...0x9F, 0xE0...0xFC])
  private static let shiftJisx0213 = MultibyteCodec(
    "shift_jisx0213", CharacterSets.shiftJisx0213,
    .init(encoding: EncodingExceptions.shiftJisx0213Encoding, singles: EncodingExceptions.shiftJisx0213Singles, pairs: EncodingExceptions.shiftJisx0213Pairs),
    later: CharacterSets.shiftJis2004, leads: [0x81...0x9F, 0xE0...0xFC])
  private static let hz = HZCodec(gb2312)
  private static let iso2022kr = ISO2022Codec("iso2022_kr", [.korean], .shifted)
  private static let iso2022jp = ISO2022Codec("iso2022_jp", [.jis0208, .romanJapanese, .old0208], [.noShift, .longEscape])
  private static let iso2022jp1 = ISO2022Codec("iso2022_jp_1", [.jis0208, .jis0212, .romanJapanese, .old0208], [.noShift, .longEscape])
  private static let iso2022jp2 = ISO2022Codec(
    "iso2022_jp_2", [.jis0208, .jis0212, .korean, .chinese, .romanJapanese, .old0208, .latin1, .greek], [.noShift, .secondSet, .longEscape])
  private static let iso2022jp2004 = ISO2022Codec("iso2022_jp_2004", [.jis0208, .first2004, .second], [.noShift, .longEscape])
  private static let iso2022jp3 = ISO2022Codec("iso2022_jp_3", [.jis0208, .first2000, .second], [.noShift, .longEscape, .of2000])
  private static let iso2022jpExt = ISO2022Codec(
    "iso2022_jp_ext", [.jis0208, .jis0212, .romanJapanese, .katakana, .old0208], [.noShift, .longEscape])

  /// The characters of ISO 8859-7.
  static let greek = page("iso8859_7") ?? []

  /// The codec of several bytes of a name as `normalized` gives it, other names resolved; nil if there is none.
  public static func codec(_ name: String) -> (any CharacterCodec)? {
    switch name {
    case "cp949": cp949
    case "euc_kr": eucKr
    case "johab": johab
    case "gb2312": gb2312
    case "gbk": gbk
    case "gb18030": gb18030
    case "hz": hz
    case "big5": big5
    case "cp950": cp950
    case "big5hkscs": big5hkscs
    case "iso2022_kr": iso2022kr
    default: japanese(name)
    }
  }

  private static func japanese(_ name: String) -> (any CharacterCodec)? {
    switch name {
    case "euc_jp": eucJp
    case "euc_jis_2004": eucJis2004
    case "euc_jisx0213": eucJisx0213
    case "shift_jis": shiftJis
    case "cp932": cp932
    case "shift_jis_2004": shiftJis2004
    case "shift_jisx0213": shiftJisx0213
    case "iso2022_jp": iso2022jp
    case "iso2022_jp_1": iso2022jp1
    case "iso2022_jp_2": iso2022jp2
    case "iso2022_jp_2004": iso2022jp2004
    case "iso2022_jp_3": iso2022jp3
    case "iso2022_jp_ext": iso2022jpExt
    default: nil
    }
  }

  /// The characters of the 256 bytes of an encoding of one byte each, U+FFFE where there is none (as in the maps of `codecs`); nil if there is no
  /// such encoding.
  public static func page(_ name: String) -> [UInt32]? {
    guard let entry = CodePageNames.all.first(where: { $0.name.description == name }) else { return nil }
    let characters = entry.table.description.unicodeScalars.map { $0 == "\u{FFFD}" ? 0xFFFE : $0.value }
    return characters.count == 256 ? characters : Array(0..<128) + characters
  }

  /// Lower case, an underscore for each run of other characters than letters, digits and full stops (Lib/encodings, normalize_encoding).
  public static func normalized(_ name: String) -> String {
    var text = ""
    var gap = false
    for byte in name.utf8 {
      let isLetter = byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90
      guard isLetter || byte >= 48 && byte <= 57 || byte == 46 else {
        gap = true
        continue
      }
      if gap && !text.isEmpty { text += "_" }
      gap = false
      text.unicodeScalars.append(Unicode.Scalar(isLetter ? byte | 0x20 : byte))
    }
    return text
  }

  /// The name of an encoding that is known by another one: a normalized name, whose full stops may be underscores.
  public static func resolved(_ name: String) -> String {
    let name = normalized(name)
    return aliases[name] ?? aliases[String(name.map { $0 == "." ? "_" : $0 })] ?? name
  }

  private static let aliases: [String: String] = {
    var aliases: [String: String] = [:]
    for word in CodePageNames.aliases.description.split(separator: " ") {
      let sides = word.split(separator: "=")
      aliases[String(sides[0])] = String(sides[1])
    }
    return aliases
  }()
}
