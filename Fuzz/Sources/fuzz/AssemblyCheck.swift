import Bytecode

/// Writes files as assembly text and assembles the text, as it is and damaged.
struct AssemblyCheck {
  private var random: SeededGenerator

  init(random: SeededGenerator) { self.random = random }

  /// What a file shows to be wrong with the assembler, nil if nothing.
  mutating func problem(with file: PycFile, _ data: [UInt8]) -> String? {
    guard let text = AssemblyWriter.text(of: file) else { return nil }
    do throws(AssemblyErrors) {
      if try Assembler.assemble(text).write() != data { return "asm makes another file" }
    } catch {
      return "asm refuses its own text: \(error.errors.first?.description ?? "")"
    }
    _ = GraphvizWriter.text(of: file.code)
    return problem(withText: damaged(text))
  }

  /// A damaged text is an error, or a file that comes back.
  private func problem(withText text: [UInt8]) -> String? {
    let data: [UInt8]
    do throws(AssemblyErrors) {
      data = try Assembler.assemble(text).write()
    } catch {
      return error.errors.isEmpty || error.errors.contains { $0.message.contains("\n") } ? "no error, or none of one line" : nil
    }
    // The text may hold what no reader accepts, such as another magic number.
    guard let file = try? PycFile(reading: data), let again = AssemblyWriter.text(of: file) else { return nil }
    guard let assembled = try? Assembler.assemble(again).write(), assembled == data else {
      return "the file of a damaged text does not come back"
    }
    return nil
  }

  private mutating func damaged(_ text: [UInt8]) -> [UInt8] {
    var lines = text.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...random.below(3) {
      let place = random.below(lines.count)
      switch random.below(6) {
      case 0 where lines.count > 1: lines.remove(at: place)
      case 1: lines.insert(lines[random.below(lines.count)], at: place)
      case 2: lines.swapAt(place, random.below(lines.count))
      case 3: lines[place] = Array(lines[place].prefix(random.below(lines[place].count + 1)))
      default:
        guard !lines[place].isEmpty else { continue }
        let letters: [UInt8] = Array("#=@:-~.()',\"\\0x9 ".utf8)
        let letter = random.below(2) == 0 ? letters[random.below(letters.count)] : UInt8(random.below(256))
        lines[place][random.below(lines[place].count)] = letter == 10 ? 32 : letter
      }
    }
    return Array(lines.joined(separator: [10]))
  }
}
