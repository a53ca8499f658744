import Bytecode
import Foundation

/// The .pyc files beside the tests, made by CPython with Fixtures/make.py.
enum Fixtures {
  static let names = ["constants", "control", "empty", "functions", "wide_lines"]

  static func data(_ file: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return Array(try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  static func pyc(_ name: String) throws -> PycFile { try PycFile(reading: data("\(name).pyc")) }
}

extension CodeImage {
  /// The code object and all that are nested in it.
  var all: [CodeImage] {
    var found = [self]
    for case .code(let nested) in constants { found += nested.all }
    return found
  }

  /// The nested code object of that qualified name.
  func nested(_ qualifiedName: String) -> CodeImage? { all.first { $0.qualifiedName.string == qualifiedName } }

  /// A copy with some fields changed.
  func changed(_ change: (inout Fields) -> Void) -> CodeImage {
    var copy = fields
    change(&copy)
    return CodeImage(copy)
  }
}

/// A pseudo-random generator whose sequence depends on the seed alone (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
