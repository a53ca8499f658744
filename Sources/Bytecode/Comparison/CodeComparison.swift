/// Two code objects compared instruction by instruction, or one that has no partner.
///
/// Instructions are equal if they have the same name and an operand of the same meaning: the same constant, name or variable, whatever
/// its number; a jump, if it leads to the instruction that is aligned to the other one's target. Numbers of opcodes, offsets, inline caches,
/// lines and columns do not count.
public struct CodeComparison: Sendable {
  public let old: ComparedCode?
  public let new: ComparedCode?
  /// The instructions of both: those that are aligned share a row.
  public let rows: [Row]
  /// What else differs: parameters, flags, constants and the like.
  public let fields: [FieldChange]
  private let map: RowMap
  private let labels: RowLabels

  public enum Side: Sendable { case old, new }

  public enum Change: String, Sendable, CaseIterable {
    case equal, changed, removed, added
  }

  /// A place of both codes, or of one.
  public struct Row: Sendable {
    public internal(set) var change: Change
    let oldIndex: Int32
    let newIndex: Int32

    init(_ change: Change, old: Int?, new: Int?) {
      self.change = change
      oldIndex = Int32(truncatingIfNeeded: old ?? -1)
      newIndex = Int32(truncatingIfNeeded: new ?? -1)
    }

    /// The index of the instruction on a side; nil if it has none.
    public func index(_ side: Side) -> Int? {
      let index = side == .old ? oldIndex : newIndex
      return index < 0 ? nil : Int(index)
    }
  }

  /// An instruction of one side as it is shown.
  public struct ShownInstruction: Sendable {
    public let offset: Int
    public let line: Int?
    public let name: String
    /// What the operand means, a number if it has no other meaning; empty if there is none.
    public let operand: String
  }

  public var isEqual: Bool { old != nil && new != nil && fields.isEmpty && rows.allSatisfy { $0.change == .equal } }

  /// How many rows have a change.
  public func count(_ change: Change) -> Int { rows.count { $0.change == change } }

  /// Compares two codes. One of them may be nil: all of the other is then removed or added.
  init(_ old: ComparedCode?, _ new: ComparedCode?) {
    self.old = old
    self.new = new
    var rows = CodeComparison.aligned(old, new)
    map = RowMap(rows, old, new)
    var labels = RowLabels(count: rows.count + 1)
    for number in rows.indices {
      let before = CodeComparison.target(rows[number], .old, old, map)
      let after = CodeComparison.target(rows[number], .new, new, map)
      if let before { labels.mark(before) }
      if let after { labels.mark(after) }
      if rows[number].change == .equal && before != after { rows[number].change = .changed }
    }
    let handlers = HandlerComparison(old, new, map)
    for place in handlers.places { labels.mark(place) }
    labels.number()
    self.labels = labels
    self.rows = rows
    fields = FieldChange.all(old, new) + handlers.changes(labels)
  }

  private static func target(_ row: Row, _ side: Side, _ code: ComparedCode?, _ map: RowMap) -> RowMap.Place? {
    guard let code, let index = row.index(side), let target = code.target(index) else { return nil }
    return map.place(target, side)
  }

  /// The rows, without regard to targets.
  private static func aligned(_ old: ComparedCode?, _ new: ComparedCode?) -> [Row] {
    let (before, after) = (old?.items ?? [], new?.items ?? [])
    var rows: [Row] = []
    rows.reserveCapacity(max(before.count, after.count))
    var next = 0
    for (index, partner) in SequenceAligner.align(before, after).enumerated() {
      guard let partner else {
        rows.append(Row(.removed, old: index, new: nil))
        continue
      }
      while next < partner {
        rows.append(Row(.added, old: nil, new: next))
        next += 1
      }
      rows.append(Row(before[index].exact == after[partner].exact ? .equal : .changed, old: index, new: partner))
      next += 1
    }
    while next < after.count {
      rows.append(Row(.added, old: nil, new: next))
      next += 1
    }
    return rows
  }

  // MARK: For people

  /// The code of a side.
  public func code(_ side: Side) -> ComparedCode? { side == .old ? old : new }

  /// The label of a row that a jump or an entry of the exception table of either side names, such as `L1`; the number of rows stands for the end.
  public func label(_ row: Int) -> String? { labels.label(row) }

  /// Where the instruction of a side in a row is: its offset in bytes, and its line.
  public func position(_ row: Row, _ side: Side) -> (offset: Int, line: Int?)? {
    guard let code = code(side), let index = row.index(side) else { return nil }
    return (code.offset(index), code.line(index))
  }

  /// The instruction of a side in a row.
  public func instruction(_ row: Row, _ side: Side) -> ShownInstruction? {
    guard let code = code(side), let index = row.index(side) else { return nil }
    var operand = operand(code, index, side)
    if row.change == .changed, let partner = self.code(side == .old ? .new : .old), let other = row.index(side == .old ? .new : .old),
      partner.form(other).name == code.form(index).name, self.operand(partner, other, side == .old ? .new : .old) == operand
    {
      // The difference is in what dis does not show.
      operand += " (operand \(code.instructions[index].operand))"
    }
    return ShownInstruction(offset: code.offset(index), line: code.line(index), name: code.form(index).name, operand: operand)
  }

  private func operand(_ code: ComparedCode, _ index: Int, _ side: Side) -> String {
    let form = code.form(index)
    guard form.hasTarget, let target = code.target(index) else { return form.text }
    return (form.isBackReference ? "from " : "to ") + labels.text(map.place(target, side))
  }
}

/// The rows in which the instructions of both sides are.
struct RowMap: Sendable {
  /// Behind the rows of the instructions stands the end.
  private let old: [Int32]
  private let new: [Int32]

  enum Place: Hashable {
    /// A row; the number of rows stands for the end.
    case row(Int)
    /// An offset in bytes at which no instruction begins.
    case stray(Int)
  }

  init(_ rows: [CodeComparison.Row], _ old: ComparedCode?, _ new: ComparedCode?) {
    let end = Int32(truncatingIfNeeded: rows.count)
    var before = [Int32](repeating: end, count: (old?.instructions.count ?? 0) + 1)
    var after = [Int32](repeating: end, count: (new?.instructions.count ?? 0) + 1)
    for (number, row) in rows.enumerated() {
      if let index = row.index(.old) { before[index] = Int32(truncatingIfNeeded: number) }
      if let index = row.index(.new) { after[index] = Int32(truncatingIfNeeded: number) }
    }
    self.old = before
    self.new = after
  }

  func place(_ place: ComparedCode.Place, _ side: CodeComparison.Side) -> Place {
    switch place {
    case .instruction(let index): .row(Int((side == .old ? old : new)[index]))
    case .stray(let offset): .stray(offset)
    }
  }
}

/// Labels of rows, numbered in their order.
struct RowLabels: Sendable {
  private var numbers: [Int32]

  /// - Parameter count: The number of rows, and one for the end.
  init(count: Int) { numbers = [Int32](repeating: 0, count: count) }

  mutating func mark(_ place: RowMap.Place) {
    if case .row(let row) = place { numbers[row] = 1 }
  }

  /// Gives the marked rows their numbers.
  mutating func number() {
    var count: Int32 = 0
    for row in numbers.indices where numbers[row] != 0 {
      count += 1
      numbers[row] = count
    }
  }

  func label(_ row: Int) -> String? { numbers[row] == 0 ? nil : "L\(numbers[row])" }

  /// How a place is named.
  func text(_ place: RowMap.Place) -> String {
    switch place {
    case .row(let row): row == numbers.count - 1 ? "the end" : label(row) ?? "?"
    case .stray(let offset): "offset \(offset)"
    }
  }
}
