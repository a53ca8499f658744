/// A ZIP file (PKWARE's APPNOTE): what is in it, and its contents, stored or deflated. Whatever stands in front of it is passed over.
final class ZipArchive {
  /// Why a member cannot be read.
  struct Failure: Error {
    let reason: String
  }

  private struct Entry {
    let method: Int
    let flags: Int
    let compressedSize: Int
    let size: Int
    let checksum: UInt32
    /// Where its header is.
    let offset: Int
  }

  let path: String
  private let data: [UInt8]
  private var entries: [String: Entry] = [:]
  /// Folders that members are in, without a slash at the end.
  private var folders: Set<String> = []

  private static let endMark: UInt32 = 0x0605_4B50
  private static let directoryMark: UInt32 = 0x0201_4B50
  private static let memberMark: UInt32 = 0x0403_4B50
  private static let endSize = 22
  private static let directoryEntrySize = 46
  private static let memberHeaderSize = 30
  /// A member that says to be larger is not read.
  private static let largestMember = 1 << 28

  /// - Returns: nil if the file is no such archive.
  init?(_ path: String) {
    guard FileReader.isRegularFile(path), let data = try? FileReader.read(path) else { return nil }
    self.path = path
    self.data = data
    guard let end = endOfDirectory(), readDirectory(end) else { return nil }
  }

  /// Whether a file's content ends as an archive without a comment does, or begins as one.
  static func isLikely(_ data: [UInt8]) -> Bool {
    let end = data.count - endSize
    return data.count >= endSize && (data.starts(with: [0x50, 0x4B, 3, 4]) || data[end...].starts(with: [0x50, 0x4B, 5, 6]))
  }

  func contains(_ name: String) -> Bool { entries[name] != nil }
  func hasFolder(_ name: String) -> Bool { name.isEmpty || folders.contains(name) }

  /// The content of a member.
  func read(_ name: String) throws(Failure) -> [UInt8] {
    guard let entry = entries[name] else { throw Failure(reason: "there is no \(name) in it") }
    let header = entry.offset
    guard entry.flags & 1 == 0 else { throw Failure(reason: "\(name) is encrypted") }
    guard number4(header) == ZipArchive.memberMark else { throw Failure(reason: "bad header of \(name)") }
    let start = header + ZipArchive.memberHeaderSize + number2(header + 26) + number2(header + 28)
    guard entry.size <= ZipArchive.largestMember, start <= data.count, entry.compressedSize <= data.count - start else {
      throw Failure(reason: "\(name) is damaged or too large")
    }
    let stored = data[start..<start + entry.compressedSize]
    let content = try decompressed(stored, entry, name)
    guard content.count == entry.size, CRC32.checksum(content) == entry.checksum else { throw Failure(reason: "\(name) is damaged") }
    return content
  }

  private func decompressed(_ stored: ArraySlice<UInt8>, _ entry: Entry, _ name: String) throws(Failure) -> [UInt8] {
    switch entry.method {
    case 0: return Array(stored)
    case 8:
      do throws(Inflate.Failure) { return try Inflate.inflate(stored, size: entry.size) } catch { throw Failure(reason: "\(name) is damaged") }
    default: throw Failure(reason: "\(name) is compressed by method \(entry.method), which is not known")
    }
  }

  // MARK: The directory

  /// Where the record at the end is; behind it stands a comment of at most 65,535 bytes.
  private func endOfDirectory() -> Int? {
    var offset = data.count - ZipArchive.endSize
    let first = max(0, offset - 0xFFFF)
    while offset >= first {
      if data[offset] == 0x50, number4(offset) == ZipArchive.endMark, offset + ZipArchive.endSize + number2(offset + 20) == data.count { return offset }
      offset -= 1
    }
    return nil
  }

  private func readDirectory(_ end: Int) -> Bool {
    let (count, size, offset) = (number2(end + 10), Int(number4(end + 12)), Int(number4(end + 16)))
    // Offsets count from where the archive begins.
    let shift = end - size - offset
    guard size <= end, shift >= 0 else { return false }
    var position = end - size
    for _ in 0..<count {
      guard position + ZipArchive.directoryEntrySize <= end, number4(position) == ZipArchive.directoryMark else { return false }
      let nameLength = number2(position + 28)
      let nameStart = position + ZipArchive.directoryEntrySize
      guard nameStart + nameLength <= end else { return false }
      let name = String(decoding: data[nameStart..<nameStart + nameLength], as: UTF8.self)
      add(
        name,
        Entry(
          method: number2(position + 10), flags: number2(position + 8), compressedSize: Int(number4(position + 20)),
          size: Int(number4(position + 24)), checksum: number4(position + 16), offset: Int(number4(position + 42)) + shift))
      position = nameStart + nameLength + number2(position + 30) + number2(position + 32)
    }
    return true
  }

  private func add(_ name: String, _ entry: Entry) {
    if !name.hasSuffix("/") { entries[name] = entry }
    var folder = name[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if !folders.insert(String(folder)).inserted { return }
    }
  }

  // MARK: Numbers

  /// Two bytes, 0 behind the end.
  private func number2(_ offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= data.count else { return 0 }
    return Int(data[offset]) | Int(data[offset + 1]) << 8
  }

  private func number4(_ offset: Int) -> UInt32 { UInt32(number2(offset)) | UInt32(number2(offset + 2)) << 16 }
}

/// The checksum of ZIP files.
private enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 != 0 ? 0xEDB8_8320 : 0) }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
