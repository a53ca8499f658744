// How the instructions of Python 3.11 change the depth of the stack.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// `dis.stack_effect`: nil for numbers that CPython refuses.
func stackEffect_3_11(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
  switch opcode {
  case 0, 9, 10, 11, 12, 15, 36, 37, 50, 68, 69, 75, 82, 85, 86, 87, 91, 98, 99, 106, 110, 126, 131, 134, 135, 139,
      140, 144, 149, 151, 172:
    return 0
  case 1, 25, 70, 83, 84, 88, 89, 90, 96, 97, 107, 108, 114, 115, 117, 118, 119, 122, 125, 128, 129, 138, 145, 146,
      162, 163, 164, 165, 171, 173, 174, 175, 176:
    return -1
  case 2, 30, 31, 32, 33, 35, 49, 51, 52, 53, 71, 74, 100, 101, 109, 120, 124, 136, 137, 148, 160:
    return 1
  case 54, 61, 95, 147, 152:
    return -2
  case 60:
    return -3
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
  case 116:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 123:
    return edge == nil ? 0 : edge == .next ? 0 : -1
  case 130:
    return -(oparg == 2 ? 1 : 0) - (oparg >= 1 ? 1 : 0)
  case 132:
    return -(((oparg >> 1) & 1) != 0 ? 1 : 0) - (((oparg >> 2) & 1) != 0 ? 1 : 0) - (((oparg >> 3) & 1) != 0 ? 1 : 0) - ((oparg & 1) != 0 ? 1 : 0)
  case 133:
    return -(oparg == 3 ? 1 : 0) - 1
  case 142:
    return -((oparg & 1) != 0 ? 1 : 0) - 2
  case 155:
    return -(((oparg >> 2) & 1) != 0 ? 1 : 0)
  case 156, 166:
    return -oparg
  default:
    return nil
  }
}

/// How many slots an instruction takes from the stack; -1 for numbers that no code has.
func popped_3_11(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 2, 9, 71, 74, 75, 85, 91, 98, 100, 101, 110, 116, 124, 126, 134, 135, 136, 137, 139, 140, 144, 148, 149,
      151, 172:
    return 0
  case 1, 10, 11, 12, 15, 30, 31, 32, 35, 50, 51, 52, 53, 68, 69, 70, 82, 83, 84, 86, 87, 89, 90, 92, 93, 94, 96, 97,
      106, 109, 111, 112, 114, 115, 125, 128, 129, 131, 138, 160, 173, 174, 175, 176:
    return 1
  case 25, 33, 36, 37, 54, 61, 88, 95, 107, 108, 117, 118, 122, 123:
    return 2
  case 49:
    return 4
  case 60, 152:
    return 3
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
  case 147, 166, 171:
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
func pushed_3_11(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
  switch opcode {
  case 0, 1, 9, 54, 60, 61, 70, 83, 84, 85, 89, 90, 91, 95, 96, 97, 98, 110, 114, 115, 125, 126, 128, 129, 130, 134,
      135, 138, 139, 140, 144, 149, 151, 172, 173, 174, 175, 176:
    return 0
  case 2, 10, 11, 12, 15, 25, 50, 68, 69, 71, 74, 75, 82, 86, 87, 88, 100, 101, 102, 103, 104, 105, 106, 107, 108,
      117, 118, 122, 124, 131, 132, 133, 136, 137, 142, 148, 152, 155, 156, 157, 171:
    return 1
  case 30, 31, 32, 35, 36, 37, 51, 52, 53, 109, 160:
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
  case 111, 112:
    return edge == .next ? 0 : 1
  case 116:
    return ((oparg & 1) != 0 ? 1 : 0) + 1
  case 119:
    return (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0)
  case 120:
    return oparg + 1
  case 123:
    return edge == .next ? 2 : 1
  case 164, 166:
    return oparg + 2
  default:
    return -1
  }
}
