// How the instructions of Python 3.14 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_14(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 0, 5, 6, 12, 14, 16, 17, 19, 23, 27, 28, 35, 36, 39, 40, 41, 42, 53, 58, 60, 62, 63, 64, 65, 69, 71, 75, 76,
      77, 90, 91, 97, 106, 113, 117, 120, 128, 238, 239, 240, 245, 246, 247, 253, 254, 255, 256, 257, 258, 259, 260,
      262:
    return 0
  case 1, 8, 68, 98, 99, 110, 114, 248:
    return -2
  case 2, 7, 9, 10, 11, 13, 20, 29, 30, 31, 44, 54, 56, 57, 61, 66, 67, 73, 74, 78, 79, 100, 101, 102, 103, 105, 107,
      108, 109, 111, 112, 115, 116, 234, 235, 236, 241, 242, 243, 244, 266:
    return -1
  case 4, 38, 252:
    return -3
  case 15, 18, 21, 22, 24, 25, 26, 32, 33, 34, 43, 59, 70, 72, 81, 82, 83, 84, 85, 86, 88, 93, 94, 95, 237, 261:
    return 1
  case 37:
    return -4
  case 45:
    return -((oparg & 1) != 0 ? 1 : 0) - 1
  case 46, 48, 49, 50, 51:
    return -oparg + 1
  case 47:
    return -2 * oparg + 1
  case 52, 250:
    return -oparg - 1
  case 55, 251:
    return -oparg - 2
  case 80:
    return ((oparg & 1) != 0 ? 1 : 0)
  case 87, 89:
    return 2
  case 92:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 96, 249:
    return ((oparg & 1) != 0 ? 1 : 0) - 2
  case 104:
    return -(oparg == 2 ? 1 : 0) - (oparg >= 1 ? 1 : 0)
  case 118:
    return (oparg & 255) + (oparg >> 8)
  case 119:
    return oparg - 1
  case 263:
    return edge == .next ? 0 : 2
  case 264, 265:
    return edge == .next ? 0 : 1
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_14(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 17, 21, 22, 27, 28, 33, 34, 36, 60, 62, 63, 64, 65, 69, 75, 76, 77, 81, 82, 83, 84, 85, 86, 87, 88, 89, 92,
      93, 94, 97, 128, 255, 256, 257, 260, 261, 262, 263, 264:
    return 0
  case 1, 7, 38, 96, 99:
    return 3
  case 2, 5, 6, 8, 10, 13, 24, 44, 54, 56, 57, 68, 73, 74, 106, 108, 110, 114:
    return 2
  case 4, 37:
    return 4
  case 9, 11, 12, 14, 15, 16, 18, 19, 20, 23, 25, 26, 29, 30, 31, 32, 35, 39, 40, 41, 42, 53, 58, 61, 70, 71, 72, 80,
      90, 91, 95, 100, 101, 102, 103, 111, 112, 113, 115, 116, 118, 119, 120, 258, 259, 265, 266:
    return 1
  case 43:
    return 5
  case 45:
    return ((oparg & 1) != 0 ? 1 : 0) + 2
  case 46, 48, 50, 51, 59, 117:
    return oparg
  case 47:
    return 2 * oparg
  case 49:
    return (oparg == 3 ? 1 : 0) + 2
  case 52, 98:
    return oparg + 2
  case 55:
    return oparg + 3
  case 66:
    return oparg + 4
  case 67, 78, 79, 107, 109:
    return oparg + 1
  case 104:
    return (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0)
  case 105:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0) + 1
  default:
    return -1
  }
}

/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.
func pushed_3_14(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 8, 9, 11, 17, 20, 27, 28, 29, 30, 31, 35, 36, 37, 38, 60, 61, 62, 63, 64, 65, 68, 69, 75, 76, 77, 97, 100,
      101, 102, 103, 104, 110, 111, 112, 114, 115, 116, 128, 255, 256, 257, 260, 262, 266:
    return 0
  case 1, 2, 4, 10, 12, 13, 14, 16, 19, 21, 22, 23, 33, 34, 39, 40, 41, 42, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
      54, 55, 56, 57, 58, 71, 73, 74, 81, 82, 83, 84, 85, 86, 88, 90, 91, 93, 94, 99, 108, 113, 120, 258, 259, 261:
    return 1
  case 5, 6, 7, 15, 18, 25, 26, 32, 72, 87, 89, 95, 106:
    return 2
  case 24:
    return 3
  case 43:
    return 6
  case 59:
    return oparg + 1
  case 66:
    return oparg + 3
  case 67, 78, 79, 98, 107, 109, 117, 119:
    return oparg
  case 70:
    return edge == .next ? 2 : 1
  case 80, 92, 96:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 105:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0)
  case 118:
    return (oparg & 255) + (oparg >> 8) + 1
  case 263:
    return edge == .next ? 0 : 2
  case 264:
    return edge == .next ? 0 : 1
  case 265:
    return edge == .next ? 1 : 2
  default:
    return -1
  }
}
