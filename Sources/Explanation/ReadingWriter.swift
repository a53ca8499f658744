import Bytecode
import SpecModel

/// Fills a reading of the spec with the names of stack items and the texts of operand fields.
package struct ReadingWriter {
  /// The inputs of the stack picture, each a run of slots.
  private let inputs: [String: [StackItemName]]
  /// The text of an operand field.
  private let field: (String) -> String?

  private var result = ""
  /// The text that stood last before the present part.
  private var literal = ""
  /// The comma behind something that was left out is left out too.
  private var dropsComma = false
  private var depth = 0
  /// The bracket that is to follow the next name.
  private var closing: Character?

  package init(inputs: [String: [StackItemName]], field: @escaping (String) -> String?) {
    self.inputs = inputs
    self.field = field
  }

  /// Whether the first name of a reading stands for something.
  package func applies(_ reading: SpecModel.Reading) -> Bool {
    for case .name(let name) in reading.parts { return inputs[name].map { !present($0).isEmpty } ?? true }
    return true
  }

  /// - Parameter number: what `{#}` stands for.
  package mutating func text(of reading: SpecModel.Reading, number: Int) -> String {
    for part in reading.parts {
      switch part {
      case .text(let text): append(literal: text)
      case .number: append(texts: ["\(number)"])
      case .name(let name):
        if let items = inputs[name] { append(texts: present(items).map(shown)) } else { append(field: field(name) ?? name) }
      case .pairs(let name): append(texts: pairs(present(inputs[name] ?? [])))
      case .labelled(let name, let names, let separator):
        append(texts: labelled(present(inputs[name] ?? []), inputs[names]?.first?.items ?? [], separator))
      }
    }
    return result
  }

  private func present(_ items: [StackItemName]) -> [StackItemName] { items.filter { !$0.isAbsent } }

  private func shown(_ item: StackItemName) -> String { depth > 0 ? item.text : item.grouped }

  private func pairs(_ items: [StackItemName]) -> [String] {
    stride(from: 0, to: items.count - 1, by: 2).map { "\(items[$0].text): \(items[$0 + 1].text)" }
  }

  private func labelled(_ items: [StackItemName], _ names: [CodeListing.TupleItem], _ separator: String) -> [String] {
    let first = items.count - names.count
    return items.enumerated().map { index, item in
      guard index >= first, first >= 0 else { return item.text }
      return separator == "=" ? "\(names[index - first].name)=\(item.text)" : "\(names[index - first].text): \(item.text)"
    }
  }

  private mutating func append(literal text: String) {
    var text = text
    if dropsComma, text.hasPrefix(", ") { text.removeFirst(2) }
    dropsComma = false
    if closing != nil, text.first == " " { text.removeFirst() }
    for character in text {
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
    }
    result += text
    literal = text
  }

  private mutating func append(texts: [String]) {
    if texts.isEmpty { return leaveOut() }
    result += texts.joined(separator: ", ")
    if let closing {
      result.append(closing)
      depth -= 1
    }
    (closing, literal) = (nil, "")
  }

  /// What is missing takes the comma in front of it along, with what stands between them, or else the comma behind it.
  private mutating func leaveOut() {
    guard let comma = literal.lastIndex(of: ",") else { return dropsComma = true }
    result.removeLast(literal[comma...].count)
    literal = ""
  }

  /// An operator that is a pair of brackets goes around what follows it.
  private mutating func append(field text: String) {
    guard text.count == 2, let open = text.first, let close = text.last, "([{".contains(open), ")]}".contains(close) else {
      return append(texts: [text])
    }
    if result.last == " " { result.removeLast() }
    result.append(open)
    depth += 1
    (closing, literal) = (close, "")
  }
}
