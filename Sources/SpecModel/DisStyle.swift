/// How a version's `dis` module prints.
public struct DisStyle: Sendable {
  /// What can be asked for. Offsets are shown always where they are no option.
  public var options: [Option] = []
  public var marks = Marks.labels
  public var jumpTargets = JumpTargets.all
  public var lines = Lines.shown
  public var lineColumn = LineColumn.ifNotZero
  public var columns = Columns.shared
  public var operands = Operands.signed
  /// Whether the first row of an inline cache's field shows the value.
  public var showsCacheValues = true
  /// Whether CPython fuses pairs of instructions when it reads code, which the option `adaptive` shows.
  public var fusesPairs = false
  /// Whether blanks at the end of a line stay.
  public var keepsBlanks = false
  /// Whether parentheses stand around a text that is empty.
  public var showsEmptyTexts = false

  package init() {}

  public enum Option: String, CaseIterable, Sendable { case caches, adaptive, offsets, positions }

  /// What stands in front of an instruction that control comes to from elsewhere.
  public enum Marks: String, CaseIterable, Sendable {
    /// `>>` at jump targets.
    case targets
    /// `>>` at jump targets and handlers, and a table of the handlers by offsets.
    case handlers
    /// Numbered labels at jump targets and the ends of handled ranges too, and a table of the handlers by labels.
    case labels
  }

  /// Which jumps have the target in the text.
  public enum JumpTargets: String, CaseIterable, Sendable { case relative, all }

  /// What stands at instructions without a line: nothing, or `--`.
  public enum Lines: String, CaseIterable, Sendable { case inherited, shown }

  /// When there is a column for lines: always, if there are any, or if there is one that is not 0.
  public enum LineColumn: String, CaseIterable, Sendable {
    case always
    case ifAny = "if_any"
    case ifNotZero = "if_not_zero"
  }

  /// The widths of columns: fixed ones, ones that grow with lines and offsets, and such in which long names also take some of the
  /// operands' place.
  public enum Columns: String, CaseIterable, Sendable { case fixed, wide, shared }

  /// How operands read: as 32-bit numbers without or with sign, or as Python 2's ints, with `L` behind a prefix.
  public enum Operands: String, CaseIterable, Sendable { case unsigned, signed, long }
}

/// What a version's values hash to and how they print: what decides the order of sets, and the text of constants.
public struct ValueRules: Sendable {
  public var stringHash = StringHash.siphash13
  public var tupleHash = TupleHash.xxhash
  public var noneHash = NoneHash.constant
  /// The version of Unicode that says what is printable, times 10.
  public var unicode = 160
  /// The most decimal digits of an int; 0 for no limit.
  public var intDigits = 4300

  package init() {}

  public enum StringHash: String, CaseIterable, Sendable {
    case siphash24 = "siphash_2_4"
    case siphash13 = "siphash_1_3"
  }

  public enum TupleHash: String, CaseIterable, Sendable { case multiplied, xxhash }

  public enum NoneHash: String, CaseIterable, Sendable { case address, constant }
}
