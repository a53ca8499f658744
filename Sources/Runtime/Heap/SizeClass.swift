/// The sizes of cells that share blocks: every 16 bytes up to 512, then steps that let a block hold a whole number of cells with little left over.
/// A class is a number; up to 32 it is the size in units of 16 bytes.
enum SizeClass {
  /// Classes whose number is their size in units.
  static var linear: Int { 32 }
  static var count: Int { linear + 1 + 18 }
  /// Largest size in units of a cell that shares a block.
  static var largestUnits: Int { 1024 }

  /// Size of a class in units.
  static func units(_ sizeClass: Int) -> Int {
    if sizeClass <= linear { return sizeClass }
    let bytes: Int
    switch sizeClass - linear {
    case 1: bytes = 640
    case 2: bytes = 768
    case 3: bytes = 896
    case 4: bytes = 1024
    case 5: bytes = 1280
    case 6: bytes = 1536
    case 7: bytes = 1792
    case 8: bytes = 2048
    case 9: bytes = 2512
    case 10: bytes = 2976
    case 11: bytes = 3632
    case 12: bytes = 4096
    case 13: bytes = 4672
    case 14: bytes = 5456
    case 15: bytes = 6544
    case 16: bytes = 8192
    case 17: bytes = 10912
    default: bytes = 16384
    }
    return bytes / 16
  }

  /// The class of each number of units from 0 to `largestUnits`.
  static func makeTable() -> UnsafeMutablePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: largestUnits + 1)
    var sizeClass = 1
    for n in 0...largestUnits {
      while units(sizeClass) < n { sizeClass += 1 }
      table[n] = UInt8(sizeClass)
    }
    return table
  }
}
