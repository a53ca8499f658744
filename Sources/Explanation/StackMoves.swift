import Bytecode
import SpecModel

/// What the instructions of a version do to a stack whose items have names, by the stack pictures of the spec.
struct StackMoves {
  private let listing: CodeListing
  private var known: [UInt16: Move] = [:]

  /// The pictures and readings of an instruction.
  private struct Move {
    let next: StackPicture?
    let other: StackPicture?
    let readings: [SpecModel.Reading]
  }

  init(_ listing: CodeListing) { self.listing = listing }

  /// The stack behind a row's instruction.
  /// - Parameter isOther: by the picture of its jump or handler edge, if it has one.
  mutating func stack(behind row: CodeListing.Row, _ stack: [StackItemName], isOther: Bool) -> [StackItemName] {
    let move = move(of: row.instruction)
    guard let picture = isOther ? move.other ?? move.next : move.next else { return stack }
    return apply(picture, move.readings, row, stack)
  }

  private mutating func move(of instruction: Instruction) -> Move {
    if let move = known[instruction.number] { return move }
    let fields = instruction.operand.fields.map(\.name)
    var diagnostics = Diagnostics()
    func picture(_ text: String) -> StackPicture? {
      StackPicture.parse(Located(text, StackMoves.nowhere), fields: fields, &diagnostics)
    }
    let next = picture(instruction.stack.next)
    let names = (next?.inputs ?? []).map(\.name) + fields
    let move = Move(
      next: next, other: instruction.stack.other.flatMap(picture),
      readings: instruction.readings.compactMap {
        SpecModel.Reading.parse(Located($0.text, StackMoves.nowhere), output: $0.output, names: names, &diagnostics)
      })
    known[instruction.number] = move
    return move
  }

  private static let nowhere = Place(file: "", line: 0, column: 0)

  // MARK: Pictures

  private func apply(
    _ picture: StackPicture, _ readings: [SpecModel.Reading], _ row: CodeListing.Row, _ stack: [StackItemName]
  ) -> [StackItemName] {
    var rest = stack
    var inputs: [String: [StackItemName]] = [:]
    for item in picture.inputs.reversed() {
      let count = item.kind == .marker ? StackMoves.markerSize(rest) : slots(of: item, row)
      inputs[item.name] = StackMoves.pop(count, from: &rest)
    }
    for item in picture.outputs {
      if let same = inputs[item.name] {
        // An input of which only a part is pushed again is as long as the output says.
        rest += item.condition == nil || holds(item.condition, row) ? same : []
        continue
      }
      let count = slots(of: item, row)
      for index in 0..<count { rest.append(name(of: item, count - 1 - index, isRun: item.count != nil, readings, inputs, row)) }
    }
    return rest
  }

  private static func pop(_ count: Int, from stack: inout [StackItemName]) -> [StackItemName] {
    let missing = max(0, count - stack.count)
    let items = [StackItemName](repeating: .unknown, count: missing) + stack.suffix(count)
    stack.removeLast(min(count, stack.count))
    return items
  }

  /// How many slots a finally block's marker is (3.8): one, or those of an exception.
  private static func markerSize(_ stack: [StackItemName]) -> Int {
    stack.count >= 6 && stack[stack.count - 6].texts == ["lasti"] ? 6 : 1
  }

  private func value(_ field: String, _ row: CodeListing.Row) -> Int {
    row.instruction.operand.fields.first { $0.name == field }?.value(in: Int(row.operand)) ?? 0
  }

  private func slots(of item: StackItem, _ row: CodeListing.Row) -> Int {
    guard holds(item.condition, row) else { return 0 }
    guard let count = item.count else { return 1 }
    return max(0, count.terms.reduce(count.constant) { $0 + $1.factor * value($1.field, row) })
  }

  private func holds(_ condition: Condition?, _ row: CodeListing.Row) -> Bool {
    switch condition {
    case nil: true
    case .isSet(let field): value(field, row) != 0
    case .isClear(let field): value(field, row) == 0
    case .equals(let field, let number): value(field, row) == number
    case .atLeast(let field, let number): value(field, row) >= number
    }
  }

  // MARK: Names

  /// The name of a new item.
  /// - Parameter number: its number among the slots of an output, from the top.
  private func name(
    of item: StackItem, _ number: Int, isRun: Bool, _ readings: [SpecModel.Reading], _ inputs: [String: [StackItemName]], _ row: CodeListing.Row
  ) -> StackItemName {
    if item.kind == .null { return StackItemName("NULL", isAbsent: true) }
    let isAbsent = item.kind == .objectOrNull
    let fields = row.instruction.operand.fields
    func text(_ name: String) -> String? { fields.first { $0.name == name }.map { listing.text(of: $0, in: row.operand) } }
    var writer = ReadingWriter(inputs: inputs, field: text)
    let choices = readings.filter { $0.output == item.name }
    if let reading = choices.first(where: writer.applies) ?? choices.last {
      return StackItemName(writer.text(of: reading, number: number), isAbsent: isAbsent)
    }
    if let field = fields.first(where: { $0.name == item.name }) {
      return StackItemName(listing.text(of: field, in: row.operand), items: listing.items(of: field, in: row.operand))
    }
    let words = item.name.split(separator: "_").joined(separator: " ")
    return StackItemName(isRun ? "\(words)[\(number)]" : words == "null" ? "NULL" : words.replacingNull, isAbsent: isAbsent)
  }
}

extension String {
  /// The words of a slot that may be NULL, as `dis` writes it.
  fileprivate var replacingNull: String { hasSuffix(" null") ? dropLast(4) + "NULL" : self }
}
