/// Proves that a code object can be executed without checks: that every reachable instruction finds the stack it needs,
/// that operands are in range, jumps land on instructions, locals are assigned where that is required, and that all
/// tables are well formed.
///
/// Dynamic types of objects are left to the kernels, but for NULL, exact bools and the saved instruction offset.
/// The method is abstract interpretation over the generated transfer functions, as in the Java virtual machine (The
/// Java Virtual Machine Specification, 4.10.2): one state per block leader, joined until nothing changes.
///
/// Nested code objects are not looked at; each is verified by itself.
public enum Verifier {
  /// Verifies a code object.
  public static func verify(_ image: CodeImage) throws(VerificationError) -> StackMap {
    try analyze(image).stackMap
  }

  /// What is wrong with a code object; empty if it is sound.
  public static func findings(in image: CodeImage) -> [Finding] {
    do throws(VerificationError) {
      _ = try analyze(image)
      return []
    } catch {
      return error.findings
    }
  }

  /// Verifies a code object and keeps the states of the frame.
  static func analyze(_ image: CodeImage) throws(VerificationError) -> StackAnalysis {
    guard let tables = VerifierTables.of(image.version), !tables.set.isReadOnly else {
      throw VerificationError(Finding("bytecode of Python \(image.version) is not supported"))
    }
    var findings = CodeFieldChecks.findings(in: image)
    let layout = CodeLayout(image, tables)
    findings += layout.findings
    guard findings.isEmpty else { throw VerificationError(findings) }
    var interpreter = AbstractInterpreter(image, layout)
    do throws(Finding) {
      try interpreter.run()
    } catch {
      throw VerificationError(error)
    }
    return StackAnalysis(interpreter)
  }
}

/// Something that is wrong with a code object.
public struct Finding: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place in bytes from the start of the code; nil if it is about the code object as a whole.
  public let offset: Int?
  /// The name of the instruction there.
  public let instruction: String?
  public let problem: String

  init(_ problem: String) {
    offset = nil
    instruction = nil
    self.problem = problem
  }

  /// - Parameter unit: The place in code units.
  init(unit: Int, _ instruction: String?, _ problem: String) {
    offset = 2 * unit
    self.instruction = instruction
    self.problem = problem
  }

  /// `offset N (INSTRUCTION): what is wrong`.
  public var description: String {
    guard let offset else { return problem }
    return "offset \(offset)\(instruction.map { " (\($0))" } ?? ""): \(problem)"
  }
}

/// A code object that may not be executed.
public struct VerificationError: Error, Sendable, CustomStringConvertible {
  /// At least one.
  public let findings: [Finding]

  init(_ findings: [Finding]) { self.findings = findings }

  init(_ finding: Finding) { findings = [finding] }

  public var description: String { findings.map(\.description).joined(separator: "; ") }
}
