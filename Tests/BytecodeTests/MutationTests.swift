import Bytecode
import Testing

/// Damaged files must never crash anything; the campaigns of the package in Fuzz go much further.
@Suite struct MutationTests {
  private func exercise(_ data: [UInt8]) {
    guard let file = try? PycFile(reading: data) else { return }
    #expect(file.write() == data)
    for code in file.code.all {
      for finding in Verifier.findings(in: code) { #expect(!finding.description.contains("\n")) }
    }
    var options = Disassembler.Options()
    options.shown = [.caches, .offsets]
    options.showsStack = true
    #expect(!Disassembler.text(of: file.code, options).isEmpty)
    #expect(!JSONDisassembler.text(of: file.code).isEmpty)
  }

  @Test(arguments: ["empty", "wide_lines"]) func everyBitFlipped(_ name: String) throws {
    let data = try Fixtures.data("\(name).pyc")
    for byte in data.indices.dropFirst(16) {
      for bit in 0..<8 {
        var mutant = data
        mutant[byte] ^= 1 << UInt8(bit)
        exercise(mutant)
      }
    }
  }

  @Test(arguments: ["functions", "constants"]) func randomBytes(_ name: String) throws {
    let data = try Fixtures.data("\(name).pyc")
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var mutant = data
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        mutant[Int.random(in: 16..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      exercise(mutant)
    }
  }

  /// A singleton's reference flag has no effect, but is written again.
  @Test func flaggedSingletons() throws {
    var file = try Fixtures.pyc("functions")
    file.spelling = nil
    var data = file.write()
    let singletons = data.indices.filter { data[$0] == UInt8(ascii: "N") }
    for place in singletons {
      data[place] |= 0x80
      exercise(data)
      data[place] &= 0x7F
    }
    #expect(!singletons.isEmpty)
  }
}
