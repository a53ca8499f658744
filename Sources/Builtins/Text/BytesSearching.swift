import Glibc
import Runtime

/// Methods of bytes and bytearray that look for bytes or replace them.
enum BytesSearching {
  static let functions: [NativeFunctionSpec] = [
    .init("find(self, sub[, start[, end]], /)", "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].") {
      t, a throws(Raised) in Value(small: try BytesSearching.find(t, a, last: false))
    },
    .init("rfind(self, sub[, start[, end]], /)", "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].") {
      t, a throws(Raised) in Value(small: try BytesSearching.find(t, a, last: true))
    },
    .init("index(self, sub[, start[, end]], /)", "Return the lowest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].") {
      t, a throws(Raised) in try BytesSearching.index(t, a, last: false)
    },
    .init("rindex(self, sub[, start[, end]], /)", "Return the highest index in B where subsection 'sub' is found, such that 'sub' is contained within B[start,end].") {
      t, a throws(Raised) in try BytesSearching.index(t, a, last: true)
    },
    .init("count(self, sub[, start[, end]], /)", "Return the number of non-overlapping occurrences of subsection 'sub' in bytes B[start:end].") {
      t, a throws(Raised) in
      var buffer: UInt8 = 0
      return try withUnsafeMutablePointer(to: &buffer) { buffer throws(Raised) in
        let range = try StrSupport.range(t, a[2], a[3], BytesSupport.view(a[0]).count)
        let part = try BytesSearching.part(t, a[1], buffer, of: a[0])
        // What made the part may have shortened the bytes.
        let view = BytesSupport.view(a[0])
        return Value(small: BytesSearching.count(view, part, range.start, min(range.end, view.count)))
      }
    },
    .init("startswith(self, prefix[, start[, end]], /)", "Return True if the bytes starts with the specified prefix, False otherwise.") {
      t, a throws(Raised) in try BytesSearching.affix(t, a, "startswith", atEnd: false)
    },
    .init("endswith(self, suffix[, start[, end]], /)", "Return True if the bytes ends with the specified suffix, False otherwise.") {
      t, a throws(Raised) in try BytesSearching.affix(t, a, "endswith", atEnd: true)
    },
    .init("removeprefix(self, prefix, /)", "Return a bytes object with the given prefix string removed if present.") { t, a throws(Raised) in
      let prefix = try BytesSupport.bytesLike(t, a[1])
      let view = BytesSupport.view(a[0])
      if !BytesSupport.matches(view, prefix, at: 0) { return try BytesSupport.same(t, a[0]) }
      return try BytesSupport.make(t, like: a[0], view, prefix.count, view.count)
    },
    .init("removesuffix(self, suffix, /)", "Return a bytes object with the given suffix string removed if present.") { t, a throws(Raised) in
      let suffix = try BytesSupport.bytesLike(t, a[1])
      let view = BytesSupport.view(a[0])
      if !BytesSupport.matches(view, suffix, at: view.count - suffix.count) { return try BytesSupport.same(t, a[0]) }
      return try BytesSupport.make(t, like: a[0], view, 0, view.count - suffix.count)
    },
    .init("replace(self, old, new, count=-1, /)", "Return a copy with all occurrences of substring old replaced by new.") { t, a throws(Raised) in
      let old = try BytesSupport.bytesLike(t, a[1])
      let new = try BytesSupport.bytesLike(t, a[2])
      let most = try t.sizeArgument(a[3])
      // What made the number may have resized them.
      return try BytesSearching.replace(t, a[0], ByteView(t, a[1]) ?? old, ByteView(t, a[2]) ?? new, most)
    },
    .init("partition(self, sep, /)", "Partition the bytes into three parts using the given separator.") { t, a throws(Raised) in
      try BytesSearching.partition(t, a, last: false)
    },
    .init("rpartition(self, sep, /)", "Partition the bytes into three parts using the given separator.") { t, a throws(Raised) in
      try BytesSearching.partition(t, a, last: true)
    },
    .init("translate(self, table, /, delete=b'')", "Return a copy with each character mapped by the given translation table.") { t, a throws(Raised) in
      try BytesSearching.translate(t, a)
    },
    .init("maketrans(frm, to, /)", "Return a translation table usable for the bytes or bytearray translate method.", binding: .staticMethod) {
      t, a throws(Raised) in
      let from = try BytesSupport.bytesLike(t, a[0])
      let to = try BytesSupport.bytesLike(t, a[1])
      if from.count != to.count { throw t.raise(t.types.valueError, "maketrans arguments must have same length") }
      let table = try t.newBytes(count: 256)
      for i in 0..<256 { table.bytes[i] = UInt8(i) }
      for i in 0..<from.count { table.bytes[Int(from[i])] = to[i] }
      return Value(table)
    },
  ]

  /// What is looked for: bytes, or an int that stands for one byte (which goes to `buffer`).
  static func part(_ t: Thread, _ v: Value, _ buffer: UnsafeMutablePointer<UInt8>) throws(Raised) -> ByteView {
    if let view = try BytesSupport.anyBytes(t, v) { return view }
    if v.isKind(.record), v.object.type == t.types.memoryview { throw BytesSupport.notBytesLike(t, v) }
    if !t.isInt(v) && t.lookupSpecial(v, .__index__).isNull {
      if let wrong = t.notBytesLike(v) { throw wrong }
      throw t.raise(t.types.typeError, "argument should be integer or bytes-like object, not '%T'", v)
    }
    buffer.pointee = try BytesSupport.byte(t, v)
    return ByteView(base: buffer, count: 1)
  }

  /// The same for a search of `searched`, which at some levels cannot be resized meanwhile.
  static func part(_ t: Thread, _ v: Value, _ buffer: UnsafeMutablePointer<UInt8>, of searched: Value) throws(Raised) -> ByteView {
    guard v.isKind(.instance), t.has(.lockedByteSearch) else { return try part(t, v, buffer) }
    let lock = try BytesSupport.lock(t, searched)
    defer { BytesSupport.unlock(t, lock) }
    return try part(t, v, buffer)
  }

  private static func find(_ t: Thread, _ a: Slots, last: Bool) throws(Raised) -> Int {
    var buffer: UInt8 = 0
    return try withUnsafeMutablePointer(to: &buffer) { buffer throws(Raised) in
      let range = try StrSupport.range(t, a[2], a[3], BytesSupport.view(a[0]).count)
      let part = try part(t, a[1], buffer, of: a[0])
      // What made the part may have shortened the bytes.
      let view = BytesSupport.view(a[0])
      let end = min(range.end, view.count)
      return last ? BytesSupport.findLast(view, part, range.start, end) : BytesSupport.find(view, part, range.start, end)
    }
  }

  private static func index(_ t: Thread, _ a: Slots, last: Bool) throws(Raised) -> Value {
    let at = try find(t, a, last: last)
    if at < 0 { throw t.raise(t.types.valueError, "subsection not found") }
    return Value(small: at)
  }

  private static func count(_ view: ByteView, _ part: ByteView, _ start: Int, _ end: Int) -> Int {
    if start > end { return 0 }
    if part.count == 0 { return end - start + 1 }
    var count = 0
    var at = BytesSupport.find(view, part, start, end)
    while at >= 0 {
      count += 1
      at = BytesSupport.find(view, part, at + part.count, end)
    }
    return count
  }

  private static func affix(_ t: Thread, _ a: Slots, _ name: StaticString, atEnd: Bool) throws(Raised) -> Value {
    let range = try StrSupport.range(t, a[2], a[3], BytesSupport.view(a[0]).count)
    func fits(_ part: ByteView) -> Bool {
      // What made the part may have shortened the bytes.
      let view = BytesSupport.view(a[0])
      if range.start > range.end || part.count > range.end - range.start || range.end > view.count { return false }
      return BytesSupport.matches(view, part, at: atEnd ? range.end - part.count : range.start)
    }
    if a[1].isKind(.tuple) {
      let choices = a[1].unchecked(as: TupleObject.self)
      for i in 0..<choices.count where fits(try BytesSupport.bytesLike(t, choices.items[i])) { return .true }
      return .false
    }
    guard let part = try BytesSupport.anyBytes(t, a[1]) else {
      if a[1].isKind(.record), a[1].object.type == t.types.memoryview { throw BytesSupport.notBytesLike(t, a[1]) }
      throw t.raise(t.types.typeError, "%S first arg must be bytes or a tuple of bytes, not %T", try t.str(name), a[1])
    }
    return Value(fits(part))
  }

  private static func replace(_ t: Thread, _ v: Value, _ old: ByteView, _ new: ByteView, _ maximum: Int) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    if view.count == 0, maximum >= 0, t.has(.emptyTextNotReplaced) { return try BytesSupport.same(t, v) }
    let limit = maximum < 0 ? Int.max : maximum
    let found = old.count == 0 ? min(limit, view.count + 1) : try occurrences(t, view, old, atMost: limit)
    if found == 0 { return try BytesSupport.same(t, v) }
    let (growth, overflow) = found.multipliedReportingOverflow(by: new.count - old.count)
    let (count, overflow2) = view.count.addingReportingOverflow(growth)
    if overflow || overflow2 { throw t.raise(t.types.overflowError, "replace bytes is too long") }
    try t.checkRoom(bytes: count)
    let result = try BytesSupport.makeEmpty(t, like: v, count: count)
    var out = result.base
    var from = 0
    func copy(_ part: UnsafePointer<UInt8>, _ bytes: Int) {
      if bytes > 0 { memcpy(out, part, bytes) }
      out += bytes
    }
    for done in 0..<found {
      if done & 0xFFF == 0 { try t.pollNative() }
      // Between all bytes if there is nothing to look for.
      let at = old.count == 0 ? min(done, view.count) : BytesSupport.find(view, old, from, view.count)
      copy(view.base + from, at - from)
      copy(new.base, new.count)
      from = at + old.count
    }
    copy(view.base + from, view.count - from)
    return result.value
  }

  /// How often `part` is in `view` without overlap; stops at `limit`.
  private static func occurrences(_ t: Thread, _ view: ByteView, _ part: ByteView, atMost limit: Int) throws(Raised) -> Int {
    var found = 0
    var at = 0
    while found < limit {
      at = BytesSupport.find(view, part, at, view.count)
      if at < 0 { break }
      at += part.count
      found += 1
      if found & 0xFFF == 0 { try t.pollNative() }
    }
    return found
  }

  private static func partition(_ t: Thread, _ a: Slots, last: Bool) throws(Raised) -> Value {
    let view = BytesSupport.view(a[0])
    // A bytearray makes one of the separator, which may be any buffer.
    var given = a[1]
    if BytesSupport.isByteArray(a[0]), let copy = try BytesSupport.copyOfBuffer(t, given) { given = copy }
    let separator = try BytesSupport.bytesLike(t, given)
    if separator.count == 0 { throw t.raise(t.types.valueError, "empty separator") }
    let at = last ? BytesSupport.findLast(view, separator, 0, view.count) : BytesSupport.find(view, separator, 0, view.count)
    if at < 0 {
      let whole = BytesSupport.isByteArray(a[0]) ? try BytesSupport.same(t, a[0]) : a[0]
      let first = try BytesSupport.make(t, like: a[0], view, 0, 0)
      let second = try BytesSupport.make(t, like: a[0], view, 0, 0)
      return last ? try t.tuple(first, second, whole) : try t.tuple(whole, first, second)
    }
    let before = try BytesSupport.make(t, like: a[0], view, 0, at)
    let middle = BytesSupport.isByteArray(a[0]) ? try BytesSupport.make(t, like: a[0], separator, 0, separator.count) : a[1]
    return try t.tuple(before, middle, try BytesSupport.make(t, like: a[0], view, at + separator.count, view.count))
  }

  private static func translate(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let view = BytesSupport.view(a[0])
    var table: ByteView?
    if !a[1].isNone {
      table = try BytesSupport.bytesLike(t, a[1])
      if table?.count != 256 { throw t.raise(t.types.valueError, "translation table must be 256 characters long") }
    }
    var isDeleted = [Bool](repeating: false, count: 256)
    if !a[2].isNull {
      let delete = try BytesSupport.bytesLike(t, a[2])
      for i in 0..<delete.count { isDeleted[Int(delete[i])] = true }
    }
    var out = try BytesBuilder(t, capacity: view.count)
    for i in 0..<view.count {
      if i & 0xFFFF == 0 { try t.pollNative() }
      if !isDeleted[Int(view[i])] { try out.append(table.map { $0[Int(view[i])] } ?? view[i]) }
    }
    return try out.finish(like: a[0])
  }
}
