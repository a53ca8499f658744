import Glibc
import Runtime

extension TimeModule {
  // A `tm` is passed inout throughout: Swift 6.3.1 crashes when a function with typed throws takes or returns so large a struct.

  /// A C `tm` as a struct_time.
  private static func make(_ t: Thread, _ time: inout tm, zone: String? = nil) throws(Raised) -> Value {
    let values = try t.tuple(count: 11)
    let numbers = [
      Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday), Int(time.tm_hour), Int(time.tm_min), Int(time.tm_sec),
      (Int(time.tm_wday) + 6) % 7, Int(time.tm_yday) + 1, Int(time.tm_isdst),
    ]
    for (i, number) in numbers.enumerated() { values.items[i] = Value(small: number) }
    values.items[9] = try t.str(zone ?? (time.tm_zone == nil ? "" : String(cString: time.tm_zone)))
    values.items[10] = Value(small: time.tm_gmtoff)
    return try StructSequence.make(t, t.typeNamed("time.struct_time"), values.slots)
  }

  /// The seconds since the Epoch that an argument gives; now if it is None.
  private static func timestamp(_ t: Thread, _ v: Value) throws(Raised) -> time_t {
    if v.isNull || v.isNone { return time(nil) }
    guard v.isDouble || t.isInstance(v, of: t.types.float) else {
      let n = t.has(.intArgumentsByInt) ? try t.secondsArgument(v) : v
      do throws(Raised) { return try t.asIndex(n) } catch {
        guard t.matches(t.exception, t.types.overflowError) else { throw error }
        _ = t.takeException()
        throw t.raise(t.types.overflowError, "timestamp out of range for platform time_t")
      }
    }
    let seconds = try t.asDouble(v).rounded(.down)
    if seconds.isNaN { throw t.raise(t.types.valueError, "Invalid value NaN (not a number)") }
    guard -0x1p63..<0x1p63 ~= seconds || seconds == 0x1p63 && t.has(.timestampTopTaken) else { throw t.raise(t.types.overflowError, "timestamp out of range for platform time_t") }
    // The conversion turns 2.0**63 into the least time.
    return Int(exactly: seconds) ?? .min
  }

  private static func local(_ t: Thread, _ v: Value, _ result: inout tm) throws(Raised) {
    var seconds = try timestamp(t, v)
    if localtime_r(&seconds, &result) == nil { throw t.raiseOSError(errno) }
  }

  /// A struct_time or tuple of nine numbers as a C `tm`, checked as CPython's `gettmarg` and `checktm` do.
  private static func parse(_ t: Thread, _ v: Value, _ function: StaticString, _ result: inout tm) throws(Raised) {
    guard v.isKind(.tuple) else { throw t.raise(t.types.typeError, "Tuple or struct_time argument required") }
    let items = v.tupleSlots
    guard items.count == 9 else { throw t.raise(t.types.typeError, "%S(): illegal time tuple argument", try t.str(function)) }
    var numbers = [Int](repeating: 0, count: 9)
    for i in 0..<9 {
      numbers[i] = try t.parsedInt(items[i])
    }
    result = tm()
    result.tm_year = Int32(truncatingIfNeeded: numbers[0] - 1900)
    result.tm_mon = Int32(truncatingIfNeeded: numbers[1] - 1)
    result.tm_mday = Int32(truncatingIfNeeded: numbers[2])
    result.tm_hour = Int32(truncatingIfNeeded: numbers[3])
    result.tm_min = Int32(truncatingIfNeeded: numbers[4])
    result.tm_sec = Int32(truncatingIfNeeded: numbers[5])
    result.tm_wday = Int32(truncatingIfNeeded: (numbers[6] + 1) % 7)
    result.tm_yday = Int32(truncatingIfNeeded: numbers[7] - 1)
    result.tm_isdst = Int32(truncatingIfNeeded: numbers[8])
  }

  private static func check(_ t: Thread, _ time: inout tm) throws(Raised) {
    if time.tm_mon == -1 { time.tm_mon = 0 }
    if time.tm_mday == 0 { time.tm_mday = 1 }
    if time.tm_yday == -1 { time.tm_yday = 0 }
    let problem: StaticString? =
      if !(0...11).contains(time.tm_mon) { "month out of range" } else if !(1...31).contains(time.tm_mday) {
        "day of month out of range"
      } else if !(0...23).contains(time.tm_hour) { "hour out of range" } else if !(0...59).contains(time.tm_min) {
        "minute out of range"
      } else if !(0...61).contains(time.tm_sec) { "seconds out of range" } else if time.tm_wday < 0 { "day of week out of range" } else if !(0...365)
        .contains(time.tm_yday)
      { "day of year out of range" } else { nil }
    if let problem { throw t.raise(t.types.valueError, problem) }
  }

  private static func asctime(_ t: Thread, _ time: inout tm) throws(Raised) -> Value {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func padded(_ n: Int32, _ width: Int, _ pad: Character) -> String {
      let text = String(n)
      return String(repeating: pad, count: max(0, width - text.count)) + text
    }
    let clock = [time.tm_hour, time.tm_min, time.tm_sec].map { padded($0, 2, "0") }.joined(separator: ":")
    return try t.str("\(days[Int(time.tm_wday)]) \(months[Int(time.tm_mon)])\(padded(time.tm_mday, 3, " ")) \(clock) \(Int(time.tm_year) + 1900)")
  }

  /// `strftime` of the C library, a piece of the template at a time.
  private static func format(_ t: Thread, _ template: Value, _ time: inout tm) throws(Raised) -> Value {
    let text: Ref<StrObject> = template.unchecked()
    var out = TextBuilder(t)
    var start = 0
    for i in 0...text.count {
      let isSurrogate = i < text.count && 0xD800...0xDFFF ~= text.codePoint(i)
      guard isSurrogate || i == text.count else { continue }
      // Surrogates, which have no UTF-8, stay as they are.
      try append(t, try t.substring(text, start, i), &time, to: &out)
      if isSurrogate { try out.append(codePoint: text.codePoint(i)) }
      start = i + 1
    }
    return try out.finish()
  }

  private static func append(_ t: Thread, _ template: Value, _ time: inout tm, to out: inout TextBuilder) throws(Raised) {
    let text = t.characters(of: template)
    var rest = text.utf8.prefix { $0 != 0 }
    while !rest.isEmpty {
      try t.pollNative()
      let piece = piece(of: rest)
      try out.append(format(Array(piece), &time))
      rest = rest[piece.endIndex...]
    }
  }

  /// Some hundred bytes from the beginning of a template: whole characters and whole directives (`%`, flags and width, E or O, one letter).
  private static func piece(of text: Substring.UTF8View) -> Substring.UTF8View {
    var end = text.startIndex
    var count = 0
    var isInDirective = false
    for byte in text {
      if count >= 500, !isInDirective, byte & 0xC0 != 0x80 { break }
      if isInDirective {
        isInDirective = "_-0^#+123456789EO".utf8.contains(byte)
      } else {
        isInDirective = byte == UInt8(ascii: "%")
      }
      count += 1
      text.formIndex(after: &end)
    }
    return text[..<end]
  }

  /// `strftime` with a buffer that grows.
  private static func format(_ piece: [UInt8], _ time: inout tm) -> String {
    let template = piece.map { CChar(bitPattern: $0) } + [0]
    var size = 256
    while true {
      var buffer = [CChar](repeating: 0, count: size)
      let count = strftime(&buffer, size, template, &time)
      // An empty result is possible (%Z, %p): the room then decides.
      if count > 0 || size >= 256 * piece.count { return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) }
      size *= 2
    }
  }

  static func setZone(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    tzset()
    var winter = tm()
    var summer = tm()
    var january: time_t = 1_704_067_200
    var july: time_t = 1_719_792_000
    localtime_r(&january, &winter)
    localtime_r(&july, &summer)
    let isSwapped = winter.tm_gmtoff > summer.tm_gmtoff
    let (standard, daylight) = isSwapped ? (summer, winter) : (winter, summer)
    try t.addConstant(m, "timezone", try t.int(-standard.tm_gmtoff))
    try t.addConstant(m, "altzone", try t.int(-daylight.tm_gmtoff))
    try t.addConstant(m, "daylight", Value(small: winter.tm_gmtoff != summer.tm_gmtoff ? 1 : 0))
    try t.addConstant(m, "tzname", try t.tuple(try t.str(String(cString: standard.tm_zone)), try t.str(String(cString: daylight.tm_zone))))
  }

  static let calendar: [NativeFunctionSpec] = [
    NativeFunctionSpec("gmtime(seconds=None, //)", "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).") { t, a throws(Raised) in
      var seconds = try timestamp(t, a[0])
      var result = tm()
      if gmtime_r(&seconds, &result) == nil { throw t.raiseOSError(errno) }
      return try make(t, &result, zone: "GMT")
    },
    NativeFunctionSpec("localtime(seconds=None, //)", "Convert seconds since the Epoch to a time tuple expressing local time.") { t, a throws(Raised) in
      var time = tm()
      try local(t, a[0], &time)
      return try make(t, &time)
    },
    NativeFunctionSpec("mktime(seconds_tuple, /)", "Convert a time tuple in local time to seconds since the Epoch.") { t, a throws(Raised) in
      var time = tm()
      try parse(t, a[0], "mktime", &time)
      // The day of the week tells whether the call succeeded: -1 is a legal result.
      time.tm_wday = -1
      let seconds = mktime(&time)
      if seconds == -1 && time.tm_wday == -1 { throw t.raise(t.types.overflowError, "mktime argument out of range") }
      return try t.float(Double(seconds))
    },
    NativeFunctionSpec("asctime(time_tuple=<unrepresentable>, /////)", "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.") { t, a throws(Raised) in
      var time = tm()
      if a[0].isNull { try local(t, .none, &time) } else { try parse(t, a[0], "asctime", &time) }
      try check(t, &time)
      return try asctime(t, &time)
    },
    NativeFunctionSpec("ctime(seconds=None, //)", "Convert a time in seconds since the Epoch to a string in local time.") { t, a throws(Raised) in
      var time = tm()
      try local(t, a[0], &time)
      return try asctime(t, &time)
    },
    NativeFunctionSpec("strftime(format, time_tuple=<unrepresentable>, //)", "Convert a time tuple to a string according to a format specification.") {
      t, a throws(Raised) in
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "strftime() argument 1 must be str, not %B", a[0]) }
      var time = tm()
      if a[1].isNull { try local(t, .none, &time) } else { try parse(t, a[1], "strftime", &time) }
      try check(t, &time)
      let template: Ref<StrObject> = a[0].unchecked()
      if t.has(.timeFormatsWithoutNulls), (0..<template.count).contains(where: { template.codePoint($0) == 0 }) {
        throw t.raise(t.types.valueError, "embedded null character")
      }
      return try format(t, a[0], &time)
    },
    NativeFunctionSpec("strptime(*args, /////)", "Parse a string to a time tuple according to a format specification.") { t, a throws(Raised) in
      try parseTime(t, a[0].tupleSlots)
    },
    NativeFunctionSpec("tzset()", "Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ'].") { t, _ throws(Raised) in
      try setZone(t, try t.importModule(try t.str("time")).unchecked())
      return .none
    },
  ]
}
