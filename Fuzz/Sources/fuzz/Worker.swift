import Bytecode
import Foundation

/// Runs mutants in this process: reading, checking, disassembling, assembling, writing. A crash ends the process; the index of the
/// mutant is then in the progress file.
struct Worker {
  let mutator: Mutator
  let seed: UInt64
  /// The longest time that a mutant may take, in seconds of the processor: a busy machine is no failure.
  static let limit = 1.0

  /// Runs mutants `first` to `last` - 1; the findings go to standard output, one per line, `index reason`.
  func run(first: Int, last: Int, progress: FileHandle) {
    for index in first..<last {
      let data = mutator.mutant(seed: seed, index: index)
      progress.seek(toFileOffset: 0)
      progress.write(Data("\(index)\n".utf8))
      // A mutant that hangs ends the process by SIGALRM.
      alarm(10)
      let start = clock()
      let problem = Worker.problem(with: data, SeededGenerator(seed: seed &+ UInt64(index)))
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      if let problem { FuzzCommand.say("\(index) \(problem)") }
      if seconds > Worker.limit { FuzzCommand.say("\(index) took \(seconds) s") }
    }
    alarm(0)
  }

  /// What a file shows to be wrong with Adder, nil if nothing.
  static func problem(with data: [UInt8], _ random: SeededGenerator) -> String? {
    guard let file = try? PycFile(reading: data) else { return nil }
    if file.write() != data { return "marshal does not write what it read" }
    var seen: Set<ObjectIdentifier> = []
    var pending = [file.code]
    while let code = pending.popLast() {
      guard seen.insert(ObjectIdentifier(code)).inserted else { continue }
      do {
        let map = try Verifier.verify(code)
        if map.depths.contains(where: { Int($0) > code.stackSize }) { return "a depth exceeds the stack size" }
      } catch {
        if "\(error)".contains("\n") { return "a finding is not one line" }
      }
      for case .code(let nested) in code.constants { pending.append(nested) }
    }
    var options = Disassembler.Options()
    _ = Disassembler.text(of: file.code, options)
    options.shown = [.caches, .offsets]
    options.showsStack = true
    _ = Disassembler.text(of: file.code, options)
    _ = JSONDisassembler.text(of: file.code)
    var assembly = AssemblyCheck(random: random)
    return assembly.problem(with: file, data)
  }
}
