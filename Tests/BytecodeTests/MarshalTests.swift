import Bytecode
import Foundation
import Synchronization
import Testing

@Suite struct MarshalTests {
  private static let header: [UInt8] = [0xF3, 0x0D, 0x0D, 0x0A] + [UInt8](repeating: 0, count: 12)

  private func error(reading body: [UInt8], limits: MarshalLimits = MarshalLimits()) -> PycError? {
    do throws(PycError) {
      _ = try PycFile(reading: MarshalTests.header + body, limits: limits)
      return nil
    } catch { return error }
  }

  private func reason(_ body: [UInt8], limits: MarshalLimits = MarshalLimits()) -> MarshalError? {
    guard case .marshal(let error)? = error(reading: body, limits: limits) else { return nil }
    return error
  }

  @Test(arguments: Fixtures.names) func writesWhatItRead(_ name: String) throws {
    let data = try Fixtures.data("\(name).pyc")
    #expect(try PycFile(reading: data).write() == data)
  }

  @Test(arguments: Fixtures.names) func ownSpellingReadsBack(_ name: String) throws {
    var file = try Fixtures.pyc(name)
    file.spelling = nil
    #expect(try PycFile(reading: file.write()).code == file.code)
  }

  @Test func spellingOfChangedCodeIsNotUsed() throws {
    var file = try Fixtures.pyc("functions")
    file.code = file.code.changed { $0.name = "other" }
    #expect(try PycFile(reading: file.write()).code == file.code)
  }

  @Test func trailingBytesAreKept() throws {
    let data = try Fixtures.data("empty.pyc") + [1, 2, 3]
    let file = try PycFile(reading: data)
    #expect(file.trailingBytes.array == [1, 2, 3])
    #expect(file.write() == data)
  }

  @Test func headerWithHash() throws {
    guard case .hash(_, isChecked: true) = try Fixtures.pyc("empty").header.source else {
      Issue.record("the fixture has a checked hash")
      return
    }
  }

  @Test func everyTruncationIsAnError() throws {
    let data = try Fixtures.data("functions.pyc")
    for length in 0..<data.count {
      #expect(throws: PycError.self) { try PycFile(reading: Array(data[..<length])) }
    }
  }

  @Test func errorsNameTheByte() {
    #expect(reason([])?.offset == 16)
    #expect(reason([UInt8(ascii: "?")]) == MarshalError(offset: 16, reason: .unknownType(0x3F)))
    #expect(reason([UInt8(ascii: "0")])?.reason == .unexpectedNull)
    #expect(reason([UInt8(ascii: "N")])?.reason == .notCode)
    #expect(reason(Array("s".utf8) + [0xFF, 0xFF, 0xFF, 0xFF])?.reason == .negativeSize(what: "a bytes object", -1))
    #expect(reason(Array("(".utf8) + [0xFF, 0xFF, 0xFF, 0x7F])?.offset == 17)
    #expect(reason(Array("z".utf8) + [1, 0x80])?.reason == .notASCII)
    #expect(reason(Array("u".utf8) + [2, 0, 0, 0, 0xC0, 0x80])?.reason == .notUTF8)
    #expect(reason(Array("l".utf8) + [1, 0, 0, 0, 0, 0x80])?.reason == .digitOutOfRange(0x8000))
    #expect(reason(Array("l".utf8) + [1, 0, 0, 0, 0, 0])?.reason == .leadingZeroDigit)
    #expect(reason(Array("r".utf8) + [0, 0, 0, 0])?.reason == .referenceOutOfRange(0, count: 0))
  }

  @Test func cyclesAreRefused() {
    // A tuple whose one item is the tuple.
    let cycle: [UInt8] = [UInt8(ascii: ")") | 0x80, 1, UInt8(ascii: "r"), 0, 0, 0, 0]
    #expect(reason(cycle) == MarshalError(offset: 18, reason: .referenceToIncomplete(0)))
  }

  @Test func depthIsLimited() {
    let nested = [[UInt8]](repeating: [UInt8(ascii: ")"), 1], count: 100_000).flatMap { $0 } + [UInt8(ascii: "N")]
    #expect(onLargeStack { reason(nested)?.reason } == .tooDeep(limit: 2000))
  }

  /// Runs `body` on a thread with room for the deepest nesting also without optimization.
  private func onLargeStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    let result = Mutex<Result?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = body()
      result.withLock { $0 = value }
      done.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    done.wait()
    return result.withLock { $0 }
  }

  @Test func expansionOfReferencesIsLimited() {
    // Each tuple holds the one before twice: 2^40 items if references were copies.
    var body: [UInt8] = [UInt8(ascii: ")"), 41, UInt8(ascii: ")") | 0x80, 0]
    for index in 0..<40 {
      let reference = [UInt8(ascii: "r"), UInt8(index), 0, 0, 0]
      body += [UInt8(ascii: ")") | 0x80, 2] + reference + reference
    }
    guard case .expandsTooFar? = reason(body)?.reason else {
      Issue.record("must be refused")
      return
    }
  }

  @Test func otherFilesAreNamed() throws {
    func error(_ data: [UInt8]) -> PycError? {
      do throws(PycError) {
        _ = try PycFile(reading: data)
        return nil
      } catch { return error }
    }
    #expect(error([]) == .tooShort(size: 0))
    #expect(error(Array("#!/usr/bin/env python3\n".utf8)) == .notPyc)
    #expect(error(Array("\u{7F}ELF\u{1}\u{1}\u{1}".utf8)) == .notPyc)
    #expect(error([0xFF, 0xFF, 0x0D, 0x0A]) == .unknownMagic(0xFFFF))
    let python35: [UInt8] = [0x17, 0x0D, 0x0D, 0x0A] + [UInt8](repeating: 0, count: 12)
    #expect(error(python35)?.description.contains("Python 3.5") == true)
    #expect(error(Array(try Fixtures.data("empty.pyc")[..<10])) == .tooShort(size: 10))
    #expect(error([0xF3, 0x0D, 0x0D, 0x0A, 8] + [UInt8](repeating: 0, count: 20)) == .badHeaderFlags(8))
  }

  @Test func constantsOfEveryType() throws {
    let constants = try Fixtures.pyc("constants").code.constants
    func contains(_ wanted: Constant) -> Bool {
      constants.contains { constant in
        guard case .tuple(let tuple) = constant else { return constant == wanted }
        return tuple.items.contains(wanted)
      }
    }
    #expect(contains(.integer(Int64.min)))
    #expect(contains(.bigInteger(BigInteger(isNegative: true, limbs: [(1 << 63) + 1]))))
    #expect(contains(.bigInteger(BigInteger(isNegative: false, limbs: [0x4567_89AB_CDEF_0123, 0x123]))))
    #expect(contains(.float(-0.0)))
    #expect(!contains(.string("no such string")))
    #expect(contains(.complex(0, 1)))
    #expect(Text(codePoints: [0xD800]).map { contains(.string($0)) } == true)
    #expect(contains(.bytes([0x00, 0xFF, 0x22, 0x27, 0x0A])))
  }
}
