/// How a version's `dis` module prints: the section `dis` of its file in `Spec/versions`.
public struct DisStyle: Hashable, Sendable {
  /// What can be asked for. Offsets are shown always where they are no option.
  public let options: Options
  public let marks: Marks
  public let jumpTargets: JumpTargets
  public let lines: Lines
  public let lineColumn: LineColumn
  public let columns: Columns
  public let operands: Operands
  /// Whether the first row of an inline cache's field shows the value.
  public let showsCacheValues: Bool
  /// Whether CPython fuses pairs of instructions when it reads code, which the option `adaptive` shows.
  public let fusesPairs: Bool
  /// Whether blanks at the end of a line stay.
  public let keepsBlanks: Bool
  /// Whether parentheses stand around a text that is empty.
  public let showsEmptyTexts: Bool

  public init(
    options: Options, marks: Marks, jumpTargets: JumpTargets, lines: Lines, lineColumn: LineColumn, columns: Columns,
    operands: Operands, showsCacheValues: Bool, fusesPairs: Bool, keepsBlanks: Bool,
    showsEmptyTexts: Bool
  ) {
    self.options = options
    self.marks = marks
    self.jumpTargets = jumpTargets
    self.lines = lines
    self.lineColumn = lineColumn
    self.columns = columns
    self.operands = operands
    self.showsCacheValues = showsCacheValues
    self.fusesPairs = fusesPairs
    self.keepsBlanks = keepsBlanks
    self.showsEmptyTexts = showsEmptyTexts
  }

  public struct Options: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Inline caches.
    public static let caches = Options(rawValue: 1 << 0)
    /// What CPython has made of the instructions; for code from a file, what it makes of them when it reads them.
    public static let adaptive = Options(rawValue: 1 << 1)
    public static let offsets = Options(rawValue: 1 << 2)
    /// Columns and end lines in place of lines.
    public static let positions = Options(rawValue: 1 << 3)
  }

  /// What stands in front of an instruction that control comes to from elsewhere.
  public enum Marks: Sendable {
    /// `>>` at jump targets.
    case targets
    /// `>>` at jump targets and handlers, and a table of the handlers by offsets.
    case handlers
    /// Numbered labels at jump targets and the ends of handled ranges too, and a table of the handlers by labels.
    case labels
  }

  /// Which jumps have the target in the text.
  public enum JumpTargets: Sendable { case relative, all }

  /// What stands at instructions without a line: nothing, or `--`.
  public enum Lines: Sendable { case inherited, shown }

  /// When there is a column for lines: always, if there are any, or if there is one that is not 0.
  public enum LineColumn: Sendable { case always, ifAny, ifNotZero }

  /// The widths of columns: fixed ones, ones that grow with lines and offsets, and such in which long names also take some of the
  /// operands' place.
  public enum Columns: Sendable { case fixed, wide, shared }

  /// How operands read: as 32-bit numbers without or with sign, or as Python 2's ints, with `L` behind a prefix.
  public enum Operands: Sendable { case unsigned, signed, long }
}
