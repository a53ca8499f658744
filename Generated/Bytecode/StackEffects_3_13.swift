// How the instructions of Python 3.13 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_13(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 0, 6, 7, 14, 16, 17, 19, 21, 26, 30, 37, 40, 41, 42, 43, 55, 60, 62, 64, 65, 66, 67, 70, 71, 73, 77, 78, 79,
      89, 90, 94, 103, 104, 111, 115, 118, 149, 236, 240, 241, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253,
      256, 257, 263:
    return 0
  case 1, 2, 18, 20, 23, 24, 25, 27, 28, 29, 33, 34, 35, 44, 61, 72, 74, 83, 84, 85, 86, 87, 92, 258, 259:
    return 1
  case 4, 9, 10, 95, 96, 108, 112:
    return -2
  case 5, 8, 11, 12, 13, 15, 22, 31, 32, 36, 45, 56, 58, 59, 63, 68, 69, 75, 76, 80, 81, 97, 98, 99, 100, 102, 105,
      106, 107, 109, 110, 113, 114, 237, 238, 239, 260, 261, 262, 267:
    return -1
  case 38:
    return -4
  case 39:
    return -3
  case 46:
    return -oparg
  case 47, 49, 51, 52:
    return -oparg + 1
  case 48:
    return -2 * oparg + 1
  case 50:
    return -(oparg == 3 ? 1 : 0) - 1
  case 53:
    return -oparg - 1
  case 54:
    return -((oparg & 1) != 0 ? 1 : 0) - 2
  case 57:
    return -oparg - 2
  case 82:
    return ((oparg & 1) != 0 ? 1 : 0)
  case 88:
    return 2
  case 91:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 93, 242:
    return ((oparg & 1) != 0 ? 1 : 0) - 2
  case 101:
    return -(oparg == 2 ? 1 : 0) - (oparg >= 1 ? 1 : 0)
  case 116:
    return (oparg & 255) + (oparg >> 8)
  case 117:
    return oparg - 1
  case 264:
    return edge == .next ? 0 : 2
  case 265, 266:
    return edge == .next ? 0 : 1
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_13(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 17, 23, 24, 25, 30, 34, 35, 37, 62, 64, 65, 66, 67, 70, 71, 77, 78, 79, 83, 84, 85, 86, 87, 88, 91, 92, 94,
      103, 149, 256, 257, 258, 263, 264, 265:
    return 0
  case 1, 2, 11, 13, 14, 16, 18, 19, 20, 21, 22, 26, 28, 29, 31, 32, 33, 36, 40, 41, 42, 43, 55, 60, 63, 72, 73, 74,
      82, 89, 90, 97, 98, 99, 100, 109, 110, 111, 113, 114, 116, 117, 118, 259, 266, 267:
    return 1
  case 4, 8, 39, 93, 96, 260, 261, 262:
    return 3
  case 5, 6, 7, 9, 10, 12, 15, 27, 45, 56, 58, 59, 75, 76, 104, 106, 108, 112:
    return 2
  case 38, 44:
    return 4
  case 46, 69, 80, 81, 105, 107:
    return oparg + 1
  case 47, 49, 51, 52, 61, 115:
    return oparg
  case 48:
    return 2 * oparg
  case 50:
    return (oparg == 3 ? 1 : 0) + 2
  case 53, 95:
    return oparg + 2
  case 54:
    return ((oparg & 1) != 0 ? 1 : 0) + 3
  case 57:
    return oparg + 3
  case 68:
    return oparg + 4
  case 101:
    return (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0)
  case 102:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0) + 1
  default:
    return -1
  }
}

/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.
func pushed_3_13(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 9, 10, 11, 13, 17, 22, 30, 31, 32, 36, 37, 38, 39, 62, 63, 64, 65, 66, 67, 70, 71, 77, 78, 79, 94, 97, 98,
      99, 100, 101, 103, 108, 109, 110, 112, 113, 114, 149, 256, 257, 263, 267:
    return 0
  case 1, 2, 6, 7, 8, 18, 20, 28, 29, 33, 74, 88, 104, 259, 260, 262:
    return 2
  case 4, 5, 12, 14, 15, 16, 19, 21, 23, 24, 25, 26, 34, 35, 40, 41, 42, 43, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54,
      55, 56, 57, 58, 59, 60, 73, 75, 76, 83, 84, 85, 86, 87, 89, 90, 92, 96, 106, 111, 118, 258, 261:
    return 1
  case 27:
    return 3
  case 44:
    return 5
  case 61:
    return oparg + 1
  case 68:
    return oparg + 3
  case 69, 80, 81, 95, 105, 107, 115, 117:
    return oparg
  case 72:
    return edge == .next ? 2 : 0
  case 82, 91, 93:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 102:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0)
  case 116:
    return (oparg & 255) + (oparg >> 8) + 1
  case 264:
    return edge == .next ? 0 : 2
  case 265:
    return edge == .next ? 0 : 1
  case 266:
    return edge == .next ? 1 : 2
  default:
    return -1
  }
}
