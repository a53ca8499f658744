import Bytecode
import Foundation
import Testing

@Suite struct DisassemblerTests {
  /// Replaces the addresses of code objects, as Fixtures/make.py did.
  private func normalized(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).replacing(/\ at 0x[0-9a-f]+/, with: " at 0x0")
  }

  @Test(arguments: Fixtures.names, ["", ".caches", ".offsets"])
  func textIsThatOfCPython(_ name: String, _ mode: String) throws {
    var options = Disassembler.Options()
    options.shown = mode == ".caches" ? .caches : mode == ".offsets" ? .offsets : []
    let found = normalized(Disassembler.text(of: try Fixtures.pyc(name).code, options)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let wanted = String(decoding: try Fixtures.data("\(name)\(mode).dis"), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(found.count == wanted.count)
    for (found, wanted) in zip(found, wanted) where found != wanted {
      #expect(found == wanted)
      return
    }
  }

  @Test func nestedCodeObjectsHaveNumbers() throws {
    let text = String(decoding: Disassembler.text(of: try Fixtures.pyc("functions").code), as: UTF8.self)
    #expect(text.contains("Disassembly of <code object parameters at 0x000000000002, file \"functions.py\", line 6>:"))
  }

  @Test func stackStandsBesideEachInstruction() throws {
    var options = Disassembler.Options()
    options.showsStack = true
    let text = String(decoding: Disassembler.text(of: try Fixtures.pyc("wide_lines").code, options), as: UTF8.self)
    let store = try #require(text.split(separator: "\n").first { $0.contains("STORE_NAME") })
    #expect(store.hasSuffix("[int]"))
  }

  @Test func outOfRangeOperandsAreShown() throws {
    let code = try Fixtures.pyc("empty").code.changed { $0.constants = [] }
    #expect(String(decoding: Disassembler.text(of: code), as: UTF8.self).contains("(<out of range>)"))
  }

  @Test(arguments: Fixtures.names) func jsonDescribesEachInstruction(_ name: String) throws {
    let code = try Fixtures.pyc(name).code
    let json = try JSONSerialization.jsonObject(with: Data(JSONDisassembler.text(of: code)))
    let root = try #require(json as? [String: Any])
    let instructions = try #require(root["instructions"] as? [[String: Any]])
    #expect(root["qualname"] as? String == "<module>")
    #expect((root["findings"] as? [String])?.isEmpty == true)
    let last = try #require(instructions.last)
    #expect(last["depth_before"] as? Int != nil && last["depth_after"] is NSNull)
    #expect((root["code_objects"] as? [Any])?.count == code.constants.count { if case .code = $0 { true } else { false } })
    #expect(instructions.allSatisfy { ($0["positions"] as? [Any])?.count == 4 && $0["name"] is String })
  }
}

@Suite struct HostileDisassemblyTests {
  /// A deep stack at every instruction: the output stays linear in the code.
  @Test func deepStacksAreCut() throws {
    var snippet = try Snippet()
    for _ in 0..<3000 { try snippet.add("LOAD_CONST", 0) }
    for _ in 0..<3000 { try snippet.add("NOP") }
    try snippet.add("RETURN_VALUE")
    let image = snippet.image { $0.stackSize = 3000 }
    var options = Disassembler.Options()
    options.showsStack = true
    let text = Disassembler.text(of: image, options)
    #expect(text.count < 10_000_000)
    #expect(String(decoding: text, as: UTF8.self).contains("[... 2900 more, None, "))
  }

  @Test func labelsOutsideTheCode() throws {
    let image = try Snippet([("JUMP_FORWARD", 200), ("JUMP_FORWARD", 100), ("JUMP_BACKWARD", 9)]).image()
    let text = String(decoding: Disassembler.text(of: image), as: UTF8.self)
    #expect(text.contains("(to L3)") && text.contains("(to L2)") && text.contains("(to L1)"))
  }
}
