/// The lists of CPython's `opcode` module that an instruction can be put into by name.
public let opcodeLists = [
  "hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hasfree", "hascompare", "hasexc",
]

extension Form.Assignment {
  /// Parses `target = value`: the target is a variable field of the operand or `free_variables`, the value an input of the picture,
  /// `unset` or `cell`.
  package static func parse(
    _ text: Located<String>, fields: [OperandField], picture: StackPicture, _ diagnostics: inout Diagnostics
  ) -> Form.Assignment? {
    var scanner = TextScanner(text)
    guard let target = scanner.expectWord("what is set", &diagnostics) else { return nil }
    scanner.expect("=", &diagnostics)
    guard let value = scanner.expectWord("a value", &diagnostics) else { return nil }
    if !scanner.isAtEnd { scanner.fail("expected the end of the assignment", &diagnostics) }
    if scanner.failed { return nil }
    let variables = fields.filter(\.kind.isVariable).map(\.name)
    let place: Target
    if target.value == "free_variables" {
      place = .freeVariables
    } else if variables.contains(target.value) {
      place = .field(target.value)
    } else {
      diagnostics.unknown("variable", target.value, at: target.place, among: variables + ["free_variables"])
      return nil
    }
    let inputs = picture.inputs.map(\.name)
    switch value.value {
    case "unset": return Form.Assignment(target: place, value: .unset, place: text.place)
    case "cell": return Form.Assignment(target: place, value: .cell, place: text.place)
    case let name where inputs.contains(name):
      return Form.Assignment(target: place, value: .input(name), place: text.place)
    default:
      diagnostics.unknown("value", value.value, at: value.place, among: inputs + ["unset", "cell"])
      return nil
    }
  }
}

extension Form.Part {
  /// Parses `INSTRUCTION field`, or `INSTRUCTION` alone.
  package static func parse(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> Form.Part? {
    var scanner = TextScanner(text)
    guard let instruction = scanner.expectWord("the name of an instruction", &diagnostics) else { return nil }
    let field = scanner.acceptWord()
    if !scanner.isAtEnd { scanner.fail("expected the end", &diagnostics) }
    return scanner.failed ? nil : Form.Part(instruction: instruction, field: field)
  }
}
