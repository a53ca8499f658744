/// Numbers for the code objects of a file, in the order of a walk, to stand for their addresses.
struct CodeAddresses {
  private var numbers: [ObjectIdentifier: Int] = [:]

  init(_ root: CodeImage) { number(root) }

  private mutating func number(_ image: CodeImage) {
    guard numbers[ObjectIdentifier(image)] == nil else { return }
    numbers[ObjectIdentifier(image)] = numbers.count + 1
    for case .code(let nested) in image.constants { number(nested) }
  }

  /// 0 for a code object that is not a constant of another.
  func address(of image: CodeImage) -> Int { numbers[ObjectIdentifier(image)] ?? 0 }
}
