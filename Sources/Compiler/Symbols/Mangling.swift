extension SyntaxTree {
  /// The name as it is stored in a class: `__x` in `class _C` is `_C__x` (CPython: Python/compile.c, `_Py_Mangle`).
  /// - Parameter privateName: the class's name; 0 outside of classes.
  func mangled(_ name: UInt32, in privateName: UInt32) -> UInt32 {
    guard privateName != 0 else { return name }
    let characters = characters(of: Identifier(raw: name))
    guard characters.count > 2, characters[0] == 0x5F, characters[1] == 0x5F else { return name }
    let last = characters.count - 1
    if characters[last] == 0x5F, characters[last - 1] == 0x5F { return name }
    if characters.contains(0x2E) { return name }
    let owner = self.characters(of: Identifier(raw: privateName))
    guard let start = owner.firstIndex(where: { $0 != 0x5F }) else { return name }
    var result: [UInt8] = [0x5F]
    result += owner[start...]
    result += characters
    return result.withUnsafeBufferPointer { names.intern($0).raw }
  }
}
