import Glibc
import Runtime

/// Methods of bytes and bytearray that split, join, strip and pad.
enum BytesSplitting {
  static let functions: [NativeFunctionSpec] = [
    .init("split(self, /, sep=None, maxsplit=-1)", "Return a list of the sections in the bytes, using sep as the delimiter.") { t, a throws(Raised) in
      try BytesSplitting.split(t, a, fromEnd: false)
    },
    .init(
      "rsplit(self, /, sep=None, maxsplit=-1)",
      "Return a list of the sections in the bytes, using sep as the delimiter.\n\nSplitting is done starting at the end of the bytes and working to the front."
    ) { t, a throws(Raised) in try BytesSplitting.split(t, a, fromEnd: true) },
    .init("splitlines(self, /, keepends=False)", "Return a list of the lines in the bytes, breaking at line boundaries.") { t, a throws(Raised) in
      try BytesSplitting.lines(t, a[0], keepEnds: try t.flagArgument(a[1]))
    },
    .init("join(self, iterable_of_bytes, /)", "Concatenate any number of bytes objects.") { t, a throws(Raised) in
      try BytesSplitting.join(t, a[0], a[1])
    },
    .init("strip(self, bytes=None, /)", "Strip leading and trailing bytes contained in the argument.") { t, a throws(Raised) in
      try BytesSplitting.strip(t, a, left: true, right: true)
    },
    .init("lstrip(self, bytes=None, /)", "Strip leading bytes contained in the argument.") { t, a throws(Raised) in
      try BytesSplitting.strip(t, a, left: true, right: false)
    },
    .init("rstrip(self, bytes=None, /)", "Strip trailing bytes contained in the argument.") { t, a throws(Raised) in
      try BytesSplitting.strip(t, a, left: false, right: true)
    },
    .init("center(self, width, fillchar=b' ', /)", "Return a centered string of length width.") { t, a throws(Raised) in
      let width = max(try t.sizeArgument(a[1]), 0)
      let margin = max(width - BytesSupport.view(a[0]).count, 0)
      let left = margin / 2 + (margin & width & 1)
      return try BytesSplitting.pad(t, a[0], left, margin - left, try BytesSplitting.fill(t, a[2], "center"))
    },
    .init("ljust(self, width, fillchar=b' ', /)", "Return a left-justified string of length width.") { t, a throws(Raised) in
      let width = max(try t.sizeArgument(a[1]), 0)
      let fill = try BytesSplitting.fill(t, a[2], "ljust")
      return try BytesSplitting.pad(t, a[0], 0, width - BytesSupport.view(a[0]).count, fill)
    },
    .init("rjust(self, width, fillchar=b' ', /)", "Return a right-justified string of length width.") { t, a throws(Raised) in
      let width = max(try t.sizeArgument(a[1]), 0)
      let fill = try BytesSplitting.fill(t, a[2], "rjust")
      return try BytesSplitting.pad(t, a[0], width - BytesSupport.view(a[0]).count, 0, fill)
    },
    .init("zfill(self, width, /)", "Pad a numeric string with zeros on the left, to fill a field of the given width.") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      let margin = max(try t.sizeArgument(a[1]), 0) - view.count
      if margin <= 0 { return try BytesSupport.same(t, a[0]) }
      let result = try BytesSplitting.pad(t, a[0], margin, 0, 48)
      if view.count > 0 && (view[0] == 43 || view[0] == 45) {
        let base = UnsafeMutablePointer(mutating: BytesSupport.view(result).base)
        base[0] = view[0]
        base[margin] = 48
      }
      return result
    },
    .init("expandtabs(self, /, tabsize=8)", "Return a copy where all tab characters are expanded using spaces.") { t, a throws(Raised) in
      try BytesSplitting.expandTabs(t, a[0], try StrPadding.tabSize(t, a[1]))
    },
  ]

  // MARK: Splitting

  private static func split(_ t: Thread, _ a: Slots, fromEnd: Bool) throws(Raised) -> Value {
    let maximum = try t.sizeArgument(a[2])
    let limit = maximum < 0 ? Int.max : maximum
    if a[1].isNone { return fromEnd ? try splitSpaceBackwards(t, a[0], limit) : try splitSpace(t, a[0], limit) }
    let separator = try BytesSupport.bytesLike(t, a[1])
    if separator.count == 0 { throw t.raise(t.types.valueError, "empty separator") }
    let view = BytesSupport.view(a[0])
    let result = try t.list()
    var start = 0
    var end = view.count
    while result.count < limit {
      let at = fromEnd ? BytesSupport.findLast(view, separator, 0, end) : BytesSupport.find(view, separator, start, end)
      if at < 0 { break }
      let piece = fromEnd
        ? try BytesSupport.make(t, like: a[0], view, at + separator.count, end) : try BytesSupport.make(t, like: a[0], view, start, at)
      try t.append(result, piece)
      if fromEnd { end = at } else { start = at + separator.count }
    }
    try t.append(result, try BytesSupport.make(t, like: a[0], view, start, end))
    if fromEnd { Sequences.reverse(result.items, result.count) }
    return Value(result)
  }

  private static func splitSpace(_ t: Thread, _ v: Value, _ limit: Int) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let result = try t.list()
    var i = 0
    while true {
      while i < view.count && BytesSupport.isSpace(view[i]) { i += 1 }
      if i == view.count { return Value(result) }
      if result.count == limit { break }
      let start = i
      while i < view.count && !BytesSupport.isSpace(view[i]) { i += 1 }
      try t.append(result, try BytesSupport.make(t, like: v, view, start, i))
    }
    try t.append(result, try BytesSupport.make(t, like: v, view, i, view.count))
    return Value(result)
  }

  private static func splitSpaceBackwards(_ t: Thread, _ v: Value, _ limit: Int) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let result = try t.list()
    var end = view.count
    while true {
      while end > 0 && BytesSupport.isSpace(view[end - 1]) { end -= 1 }
      if end == 0 { break }
      if result.count == limit {
        try t.append(result, try BytesSupport.make(t, like: v, view, 0, end))
        break
      }
      var start = end
      while start > 0 && !BytesSupport.isSpace(view[start - 1]) { start -= 1 }
      try t.append(result, try BytesSupport.make(t, like: v, view, start, end))
      end = start
    }
    if result.count > 0 { Sequences.reverse(result.items, result.count) }
    return Value(result)
  }

  private static func lines(_ t: Thread, _ v: Value, keepEnds: Bool) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let result = try t.list()
    var start = 0
    while start < view.count {
      var end = start
      while end < view.count && view[end] != 10 && view[end] != 13 { end += 1 }
      var next = end
      if end < view.count { next += view[end] == 13 && end + 1 < view.count && view[end + 1] == 10 ? 2 : 1 }
      try t.append(result, try BytesSupport.make(t, like: v, view, start, keepEnds ? next : end))
      start = next
    }
    return Value(result)
  }

  // MARK: Joining

  private static func join(_ t: Thread, _ v: Value, _ iterable: Value) throws(Raised) -> Value {
    let isPlain = iterable.isKind(.list) || iterable.isKind(.tuple) || !t.has(.lockedByteJoin)
    let lock = isPlain ? nil : try BytesSupport.lock(t, v)
    defer { BytesSupport.unlock(t, lock) }
    let pieces = try Sequences.list(t, from: iterable, "can only join an iterable")
    let separator = BytesSupport.view(v)
    let plain = try joinPlain(t, v, separator, pieces)
    if !plain.isNull { return plain }
    var total = separator.count * max(pieces.count - 1, 0)
    for i in 0..<pieces.count {
      guard let piece = try BytesSupport.anyBytes(t, pieces.items[i]) else {
        throw t.raise(
          t.types.typeError, "sequence item %S: expected a bytes-like object, %T found", Value(small: i), pieces.items[i])
      }
      if ByteView(t, pieces.items[i]) == nil { pieces.items[i] = try t.bytes(copying: piece.base, count: piece.count) }
      total += piece.count
    }
    if pieces.count == 1 && !BytesSupport.isByteArray(v) && pieces.items[0].object.type == t.types.bytes { return pieces.items[0] }
    let result = try BytesSupport.makeEmpty(t, like: v, count: total)
    var to = result.base
    for i in 0..<pieces.count {
      if i > 0 {
        to.update(from: separator.base, count: separator.count)
        to += separator.count
      }
      guard let piece = ByteView(t, pieces.items[i]) else { continue }
      to.update(from: piece.base, count: piece.count)
      to += piece.count
    }
    return result.value
  }

  /// Joins what is bytes throughout; null if there is something else, or too little to join.
  private static func joinPlain(_ t: Thread, _ v: Value, _ separator: ByteView, _ pieces: Ref<ListObject>) throws(Raised) -> Value {
    let count = pieces.count
    guard v.object.type == t.types.bytes, count > 1 else { return .null }
    var total = separator.count &* (count &- 1)
    for i in 0..<count {
      guard pieces.items[i].isObject, pieces.items[i].object.type == t.types.bytes else { return .null }
      total &+= pieces.items[i].unchecked(as: BytesObject.self).count
    }
    let result = try t.newBytes(count: total)
    var to = result.bytes
    for i in 0..<count {
      if i > 0 && separator.count > 0 {
        memcpy(to, separator.base, separator.count)
        to += separator.count
      }
      let piece: Ref<BytesObject> = pieces.items[i].unchecked()
      memcpy(to, piece.bytes, piece.count)
      to += piece.count
    }
    return Value(result)
  }

  // MARK: Stripping and padding

  private static func strip(_ t: Thread, _ a: Slots, left: Bool, right: Bool) throws(Raised) -> Value {
    let view = BytesSupport.view(a[0])
    var stripped = [Bool](repeating: false, count: 256)
    if a[1].isNone {
      for c in 0..<256 { stripped[c] = BytesSupport.isSpace(UInt8(c)) }
    } else {
      let set = try BytesSupport.bytesLike(t, a[1])
      for i in 0..<set.count { stripped[Int(set[i])] = true }
    }
    var start = 0
    var end = view.count
    if left { while start < end && stripped[Int(view[start])] { start += 1 } }
    if right { while end > start && stripped[Int(view[end - 1])] { end -= 1 } }
    if start == 0 && end == view.count { return try BytesSupport.same(t, a[0]) }
    return try BytesSupport.make(t, like: a[0], view, start, end)
  }

  private static func fill(_ t: Thread, _ v: Value, _ name: StaticString) throws(Raised) -> UInt8 {
    if v.isNull { return 32 }
    if v.isKind(.bytes) || v.isKind(.bytearray) {
      let view = BytesSupport.view(v)
      if view.count == 1 { return view[0] }
      let kind = try t.str(v.isKind(.bytes) ? "bytes" : "bytearray")
      throw t.raise(.fillNotOneByte, try t.str(name), v, kind, Value(small: view.count))
    }
    throw StrSupport.badArgument(t, name, "argument 2", "a byte string of length 1", v)
  }

  private static func pad(_ t: Thread, _ v: Value, _ left: Int, _ right: Int, _ fill: UInt8) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let left = max(left, 0)
    let right = max(right, 0)
    if left == 0 && right == 0 { return try BytesSupport.same(t, v) }
    if max(left, right) > 1 << 46 { throw t.raiseMemoryError() }
    let result = try BytesSupport.makeEmpty(t, like: v, count: left + view.count + right)
    result.base.update(repeating: fill, count: left)
    (result.base + left).update(from: view.base, count: view.count)
    (result.base + left + view.count).update(repeating: fill, count: right)
    return result.value
  }

  private static func expandTabs(_ t: Thread, _ v: Value, _ tabSize: Int) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    var out = BytesBuilder(t)
    var column = 0
    for i in 0..<view.count {
      if i & 0xFFFF == 0 { try t.pollNative() }
      if view[i] == 9 {
        if tabSize > 0 {
          let step = tabSize - column % tabSize
          try out.append(repeating: 32, count: step)
          column += step
        }
      } else {
        try out.append(view[i])
        column = view[i] == 10 || view[i] == 13 ? 0 : column + 1
      }
    }
    return try out.finish(like: v)
  }
}
