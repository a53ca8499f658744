// How the instructions of Python 3.8 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_8(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 1, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 55, 56, 57, 59, 62, 63, 64, 65, 66, 67, 70, 72, 75, 76, 77,
      78, 79, 83, 84, 90, 96, 97, 107, 108, 114, 115, 125, 137, 145, 146:
    return -1
  case 2, 3, 6, 9, 10, 11, 12, 15, 50, 68, 69, 73, 85, 86, 87, 91, 98, 106, 110, 113, 126, 138, 144:
    return 0
  case 4, 51, 52, 71, 100, 101, 109, 116, 124, 135, 136, 148, 160:
    return 1
  case 5, 81:
    return 2
  case 53:
    return 6
  case 54:
    return -7
  case 60, 82, 89:
    return -3
  case 61, 95, 147:
    return -2
  case 88, 163:
    return -6
  case 92:
    return oparg - 1
  case 93:
    return edge == nil ? 1 : edge == .next ? 1 : -1
  case 94:
    return (oparg & 255) + (oparg >> 8)
  case 102, 103, 104, 149, 150, 151, 152, 153, 157, 158:
    return -oparg + 1
  case 105:
    return -2 * oparg + 1
  case 111, 112:
    return edge == .next ? -1 : 0
  case 122:
    return edge == .next ? 0 : 6
  case 130:
    return -(oparg == 2 ? 1 : 0) - (oparg >= 1 ? 1 : 0)
  case 131, 156:
    return -oparg
  case 132:
    return -(((oparg >> 1) & 1) != 0 ? 1 : 0) - (((oparg >> 2) & 1) != 0 ? 1 : 0) - (((oparg >> 3) & 1) != 0 ? 1 : 0) - ((oparg & 1) != 0 ? 1 : 0) - 1
  case 133:
    return -(oparg == 3 ? 1 : 0) - 1
  case 141, 161:
    return -oparg - 1
  case 142:
    return -((oparg & 1) != 0 ? 1 : 0) - 1
  case 143:
    return edge == .next ? 1 : 6
  case 154:
    return edge == .next ? 0 : 5
  case 155:
    return -(((oparg >> 2) & 1) != 0 ? 1 : 0)
  case 162:
    return edge == .next ? 0 : 1
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_8(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 1, 4, 10, 11, 12, 15, 50, 51, 52, 68, 69, 70, 73, 83, 84, 86, 88, 90, 92, 93, 94, 96, 97, 106, 109, 111, 112,
      114, 115, 125, 137, 143, 154, 160:
    return 1
  case 2, 5, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 55, 56, 57, 59, 61, 62, 63, 64, 65, 66, 67, 72, 75, 76,
      77, 78, 79, 81, 95, 107, 108:
    return 2
  case 3, 60, 82, 89:
    return 3
  case 6:
    return 4
  case 9, 53, 71, 85, 87, 91, 98, 100, 101, 110, 113, 116, 122, 124, 126, 135, 136, 138, 144, 148, 162:
    return 0
  case 54:
    return 7
  case 102, 103, 104, 149, 150, 152, 153, 157:
    return oparg
  case 105:
    return 2 * oparg
  case 130:
    return (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0)
  case 131, 145, 146, 156, 158:
    return oparg + 1
  case 132:
    return (((oparg >> 1) & 1) != 0 ? 1 : 0) + (((oparg >> 2) & 1) != 0 ? 1 : 0) + (((oparg >> 3) & 1) != 0 ? 1 : 0) + ((oparg & 1) != 0 ? 1 : 0) + 2
  case 133:
    return (oparg == 3 ? 1 : 0) + 2
  case 141, 147, 151, 161:
    return oparg + 2
  case 142:
    return ((oparg & 1) != 0 ? 1 : 0) + 2
  case 155:
    return (((oparg >> 2) & 1) != 0 ? 1 : 0) + 1
  case 163:
    return (oparg != 0 ? 1 : 0) + 1
  default:
    return -1
  }
}

/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.
func pushed_3_8(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 1, 9, 54, 60, 61, 70, 83, 84, 85, 87, 88, 89, 90, 91, 95, 96, 97, 98, 110, 113, 114, 115, 125, 126, 130, 137,
      138, 144:
    return 0
  case 2, 4, 51, 52, 109, 158, 160:
    return 2
  case 3, 81, 151:
    return 3
  case 5, 6:
    return 4
  case 10, 11, 12, 15, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 50, 53, 55, 56, 57, 59, 62, 63, 64, 65, 66, 67,
      68, 69, 71, 72, 73, 75, 76, 77, 78, 79, 82, 86, 100, 101, 102, 103, 104, 105, 106, 107, 108, 116, 124, 131, 132,
      133, 135, 136, 141, 142, 148, 149, 150, 152, 153, 155, 156, 157, 161:
    return 1
  case 92, 145, 146, 147:
    return oparg
  case 93:
    return edge == .next ? 2 : 0
  case 94:
    return (oparg & 255) + (oparg >> 8) + 1
  case 111, 112, 162:
    return edge == .next ? 0 : 1
  case 122:
    return edge == .next ? 0 : 6
  case 143:
    return edge == .next ? 2 : 7
  case 154:
    return edge == .next ? 1 : 6
  case 163:
    return (oparg != 0 ? 1 : 0)
  default:
    return -1
  }
}
