/// The stacks that the verifier infers, as text for each instruction.
struct StackColumn {
  /// Why there are none.
  private(set) var problem: String?
  /// By code unit.
  private var texts: [Int: String] = [:]

  init(_ image: CodeImage) {
    do throws(VerificationError) {
      let analysis = try Verifier.analyze(image)
      analysis.forEachInstruction { instruction, before, _ in
        texts[instruction.unit] = before.map(StackColumn.text) ?? "unreachable"
      }
    } catch {
      problem = error.description
    }
  }

  /// The stack before the instruction at a code unit, bottom first.
  func text(at unit: Int) -> String? { texts[unit] }

  private static func text(_ stack: StackView) -> String {
    let hidden = stack.depth - stack.top.count
    let slots = (hidden > 0 ? ["... \(hidden) more"] : []) + stack.top.map(\.description)
    return "[" + slots.joined(separator: ", ") + "]"
  }
}
