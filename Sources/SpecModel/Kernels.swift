/// The handwritten functions that an instruction runs, as `kernel:` gives them:
///
///     kernel := choice {", then" choice}
///     choice := reference ["if" flag ["else" reference]]
///     reference := name | "each" table
///
/// A later choice takes the result of the one before. `each` means the kernel that the table gives for the field's value.
public struct KernelUse: Hashable, Sendable {
  public let choices: [Choice]
  public let place: Place

  public struct Choice: Hashable, Sendable {
    public let reference: Reference
    /// The flag that selects it; nil for always.
    public let flag: String?
    public let otherwise: Reference?
  }

  public enum Reference: Hashable, Sendable {
    case named(String)
    case each(table: String)
  }

  public var references: [Reference] { choices.flatMap { [$0.reference] + ($0.otherwise.map { [$0] } ?? []) } }

  /// The fields that only select a kernel.
  public var selectors: Set<String> { Set(choices.compactMap(\.flag)) }

  package static func parse(
    _ text: Located<String>, fields: [OperandField], tables: Set<String>, _ diagnostics: inout Diagnostics
  ) -> KernelUse? {
    var scanner = TextScanner(text)
    var choices: [Choice] = []
    repeat {
      guard let reference = parseReference(&scanner, tables, &diagnostics) else { return nil }
      var flag: String?
      var otherwise: Reference?
      if scanner.accept("if"), let word = scanner.expectWord("a flag of the operand", &diagnostics) {
        guard fields.contains(where: { $0.name == word.value && $0.kind == .flag }) else {
          diagnostics.unknown("flag", word.value, at: word.place, among: fields.filter { $0.kind == .flag }.map(\.name))
          return nil
        }
        flag = word.value
        if scanner.accept("else") { otherwise = parseReference(&scanner, tables, &diagnostics) }
      }
      choices.append(Choice(reference: reference, flag: flag, otherwise: otherwise))
      if !scanner.accept(",") { break }
      scanner.expect("then", &diagnostics)
    } while !scanner.failed
    if !scanner.isAtEnd { scanner.fail("expected `if`, `, then` or the end", &diagnostics) }
    return scanner.failed ? nil : KernelUse(choices: choices, place: text.place)
  }

  private static func parseReference(
    _ scanner: inout TextScanner, _ tables: Set<String>, _ diagnostics: inout Diagnostics
  ) -> Reference? {
    if scanner.accept("each") {
      guard let table = scanner.expectWord("an operand table", &diagnostics) else { return nil }
      if tables.contains(table.value) { return .each(table: table.value) }
      diagnostics.unknown("operand table", table.value, at: table.place, among: tables.sorted())
      return nil
    }
    return scanner.expectWord("the name of a kernel", &diagnostics).map { .named($0.value) }
  }
}

/// A kernel that gets the machine's registers, since it moves between frames: `name`, or `name when test` where the test is a kernel
/// of the inputs and the plain kernel does the rest.
public struct MachineKernel: Hashable, Sendable {
  public let name: String
  public let test: String?
  public let place: Place

  package static func parse(_ text: Located<String>, _ diagnostics: inout Diagnostics) -> MachineKernel? {
    var scanner = TextScanner(text)
    guard let name = scanner.expectWord("the name of a kernel", &diagnostics) else { return nil }
    let test = scanner.accept("when") ? scanner.expectWord("the name of a test", &diagnostics) : nil
    if !scanner.isAtEnd { scanner.fail("expected `when` or the end", &diagnostics) }
    return scanner.failed ? nil : MachineKernel(name: name.value, test: test?.value, place: text.place)
  }
}
