// How the instructions of Python 3.12 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_12(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 0, 9, 11, 12, 15, 17, 36, 37, 50, 68, 69, 75, 85, 91, 98, 99, 110, 121, 123, 126, 131, 134, 135, 139, 140, 144,
      149, 150, 151, 172, 173, 175, 176, 238, 239, 240, 241, 243, 244, 245, 246, 247, 248, 249, 250, 253, 259, 260,
      261:
    return 0
  case 1, 3, 5, 25, 55, 83, 89, 90, 96, 97, 107, 108, 114, 115, 117, 118, 119, 122, 125, 128, 129, 138, 145, 146, 162,
      163, 164, 165, 174, 242, 252, 263, 264, 265, 266:
    return -1
  case 2, 30, 31, 32, 33, 35, 49, 51, 52, 53, 71, 74, 87, 93, 100, 101, 109, 120, 124, 127, 136, 137, 143, 262:
    return 1
  case 4, 26, 54, 61, 95, 147, 152, 251:
    return -2
  case 27:
    return -4
  case 60:
    return -3
  case 92:
    return oparg - 1
  case 94:
    return (oparg & 255) + (oparg >> 8)
  case 102, 103, 104, 157:
    return -oparg + 1
  case 105:
    return -2 * oparg + 1
  case 106:
    return ((oparg & 1) != 0 ? 1 : 0)
  case 116:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 130:
    return -(oparg == 2 ? 1 : 0) - (oparg >= 1 ? 1 : 0)
  case 132:
    return -(((oparg >> 1) & 1) != 0 ? 1 : 0) - (((oparg >> 2) & 1) != 0 ? 1 : 0) - (((oparg >> 3) & 1) != 0 ? 1 : 0) - ((oparg & 1) != 0 ? 1 : 0)
  case 133:
    return -(oparg == 3 ? 1 : 0) - 1
  case 141, 237:
    return ((oparg & 1) != 0 ? 1 : 0) - 2
  case 142:
    return -((oparg & 1) != 0 ? 1 : 0) - 2
  case 155:
    return -(((oparg >> 2) & 1) != 0 ? 1 : 0)
  case 156:
    return -oparg
  case 171:
    return -oparg - 1
  case 256, 258:
    return edge == .next ? 0 : 1
  case 257:
    return edge == .next ? 0 : 2
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_12(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 2, 9, 17, 71, 74, 75, 85, 87, 91, 98, 100, 101, 110, 116, 121, 124, 126, 127, 134, 135, 136, 137, 139, 140,
      143, 144, 149, 151, 172, 256, 257, 259, 260, 261:
    return 0
  case 1, 3, 11, 12, 15, 30, 31, 32, 35, 50, 51, 52, 53, 68, 69, 83, 89, 90, 92, 93, 94, 96, 97, 106, 109, 114, 115,
      125, 128, 129, 131, 138, 150, 173, 175, 176, 258, 262, 266:
    return 1
  case 4, 5, 25, 33, 36, 37, 54, 61, 95, 107, 108, 117, 118, 122, 123, 174:
    return 2
  case 26, 55, 60, 141, 152, 263, 264, 265:
    return 3
  case 27, 49:
    return 4
  case 99, 102, 103, 104, 120, 157:
    return oparg
  case 105:
    return 2 * oparg
  case 119:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0) + 1
  case 130:
    return (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0)
  case 132:
    return (((oparg >> 1) & 1) != 0 ? 1 : 0) + (((oparg >> 2) & 1) != 0 ? 1 : 0) + (((oparg >> 3) & 1) != 0 ? 1 : 0) + ((oparg & 1) != 0 ? 1 : 0) + 1
  case 133:
    return (oparg == 3 ? 1 : 0) + 2
  case 142:
    return ((oparg & 1) != 0 ? 1 : 0) + 3
  case 145, 146, 156, 162, 163, 165:
    return oparg + 1
  case 147, 171:
    return oparg + 2
  case 155:
    return (((oparg >> 2) & 1) != 0 ? 1 : 0) + 1
  case 164:
    return oparg + 3
  default:
    return -1
  }
}

/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.
func pushed_3_12(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 1, 3, 4, 9, 17, 27, 54, 60, 61, 83, 85, 89, 90, 91, 95, 96, 97, 98, 110, 114, 115, 121, 125, 126, 128, 129,
      130, 134, 135, 138, 139, 140, 144, 149, 151, 172, 259, 260, 261, 266:
    return 0
  case 2, 5, 11, 12, 15, 25, 26, 50, 68, 69, 71, 74, 75, 87, 100, 101, 102, 103, 104, 105, 107, 108, 117, 118, 122,
      124, 127, 131, 132, 133, 136, 137, 142, 143, 150, 152, 155, 156, 157, 171, 173, 174, 175, 176, 265:
    return 1
  case 30, 31, 32, 35, 36, 37, 51, 52, 53, 55, 109, 123, 262, 263, 264:
    return 2
  case 33:
    return 3
  case 49:
    return 5
  case 92, 99, 145, 146, 147, 162, 163, 165:
    return oparg
  case 93:
    return edge == .next ? 2 : 0
  case 94:
    return (oparg & 255) + (oparg >> 8) + 1
  case 106, 116, 141:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 119:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0)
  case 120:
    return oparg + 1
  case 164:
    return oparg + 2
  case 256:
    return edge == .next ? 0 : 1
  case 257:
    return edge == .next ? 0 : 2
  case 258:
    return edge == .next ? 1 : 2
  default:
    return -1
  }
}
