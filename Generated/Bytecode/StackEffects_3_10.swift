// How the instructions of Python 3.10 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_10(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 1, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 55, 56, 57, 59, 62, 63, 64, 65, 66, 67, 70, 72, 75, 76, 77,
      78, 79, 83, 84, 90, 96, 97, 107, 108, 114, 115, 117, 118, 125, 129, 137, 145, 146, 152, 162, 163, 164, 165:
    return -1
  case 2, 3, 6, 9, 10, 11, 12, 15, 34, 50, 68, 69, 73, 82, 85, 86, 87, 91, 98, 99, 106, 110, 113, 126, 138, 144:
    return 0
  case 4, 30, 31, 32, 49, 51, 52, 71, 74, 100, 101, 109, 116, 124, 135, 136, 148, 160:
    return 1
  case 5, 33:
    return 2
  case 54:
    return -7
  case 60, 89, 119:
    return -3
  case 61, 95, 121, 147:
    return -2
  case 92:
    return oparg - 1
  case 93:
    return edge == nil ? 1 : edge == .next ? 1 : -1
  case 94:
    return (oparg & 255) + (oparg >> 8)
  case 102, 103, 104, 157:
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
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_10(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 1, 4, 10, 11, 12, 15, 30, 31, 32, 50, 51, 52, 68, 69, 70, 73, 82, 83, 84, 86, 90, 92, 93, 94, 96, 97, 106, 109,
      111, 112, 114, 115, 125, 129, 137, 143, 154, 160:
    return 1
  case 2, 5, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 33, 34, 55, 56, 57, 59, 61, 62, 63, 64, 65, 66, 67, 72,
      75, 76, 77, 78, 79, 95, 107, 108, 117, 118, 121:
    return 2
  case 3, 60, 89, 152:
    return 3
  case 6:
    return 4
  case 9, 71, 74, 85, 87, 91, 98, 100, 101, 110, 113, 116, 122, 124, 126, 135, 136, 138, 144, 148:
    return 0
  case 49, 54:
    return 7
  case 99, 102, 103, 104, 157:
    return oparg
  case 105:
    return 2 * oparg
  case 119:
    return 3 * ((oparg & 1) != 0 ? 1 : 0) + 3
  case 130:
    return (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0)
  case 131, 145, 146, 156, 162, 163, 165:
    return oparg + 1
  case 132:
    return (((oparg >> 1) & 1) != 0 ? 1 : 0) + (((oparg >> 2) & 1) != 0 ? 1 : 0) + (((oparg >> 3) & 1) != 0 ? 1 : 0) + ((oparg & 1) != 0 ? 1 : 0) + 2
  case 133:
    return (oparg == 3 ? 1 : 0) + 2
  case 141, 147, 161:
    return oparg + 2
  case 142:
    return ((oparg & 1) != 0 ? 1 : 0) + 2
  case 155:
    return (((oparg >> 2) & 1) != 0 ? 1 : 0) + 1
  case 164:
    return oparg + 3
  default:
    return -1
  }
}

/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.
func pushed_3_10(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 1, 9, 54, 60, 61, 70, 83, 84, 85, 87, 89, 90, 91, 95, 96, 97, 98, 110, 113, 114, 115, 121, 125, 126, 129, 130,
      137, 138, 144:
    return 0
  case 2, 4, 30, 31, 32, 34, 51, 52, 109, 152, 160:
    return 2
  case 3:
    return 3
  case 5, 6, 33:
    return 4
  case 10, 11, 12, 15, 16, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 50, 55, 56, 57, 59, 62, 63, 64, 65, 66, 67, 68,
      69, 71, 72, 73, 74, 75, 76, 77, 78, 79, 82, 86, 100, 101, 102, 103, 104, 105, 106, 107, 108, 116, 117, 118, 124,
      131, 132, 133, 135, 136, 141, 142, 148, 155, 156, 157, 161:
    return 1
  case 49:
    return 8
  case 92, 99, 145, 146, 147, 162, 163, 165:
    return oparg
  case 93:
    return edge == .next ? 2 : 0
  case 94:
    return (oparg & 255) + (oparg >> 8) + 1
  case 111, 112:
    return edge == .next ? 0 : 1
  case 119:
    return 3 * ((oparg & 1) != 0 ? 1 : 0)
  case 122:
    return edge == .next ? 0 : 6
  case 143:
    return edge == .next ? 2 : 7
  case 154:
    return edge == .next ? 1 : 6
  case 164:
    return oparg + 2
  default:
    return -1
  }
}
