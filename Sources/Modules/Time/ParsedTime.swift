import Glibc
import Runtime

/// A date by the Gregorian calendar, as a number of days: 1 is the first day of the year 1.
struct CalendarDate {
  var year: Int
  var month: Int
  var day: Int

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(_ year: Int) -> Int {
    let y = year - 1
    return 365 * y + y / 4 - y / 100 + y / 400
  }

  var ordinal: Int {
    var days = CalendarDate.daysBefore(year) + day
    for m in 1..<max(month, 1) { days += CalendarDate.length(year, m) }
    return days
  }

  /// 0 is Monday.
  var weekday: Int { (ordinal + 6) % 7 }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  init(ordinal: Int) {
    var y = max(1, ordinal / 366)
    while CalendarDate.daysBefore(y + 1) < ordinal { y += 1 }
    var rest = ordinal - CalendarDate.daysBefore(y)
    var m = 1
    while m < 12, rest > CalendarDate.length(y, m) {
      rest -= CalendarDate.length(y, m)
      m += 1
    }
    self.init(year: y, month: m, day: rest)
  }
}

/// What the directives of a format say, brought together.
final class ParsedTime {
  let t: Thread
  let found: Strptime
  var year: Int?
  var date = CalendarDate(year: 1900, month: 1, day: 1)
  var (hour, minute, second) = (0, 0, 0)
  var weekday: Int?
  var dayOfYear: Int?
  var isDaylight = -1
  var offset: Int?

  init(_ t: Thread, _ found: Strptime) {
    self.t = t
    self.found = found
  }

  private func number(_ letter: UInt8) -> Int? { found.number(letter) }

  func read(zoneNames: [[String]]) throws(Raised) {
    readYearAndTime()
    readNames()
    try readOffset()
    if let zone = found.word(UInt8(ascii: "Z")) {
      for (value, names) in zoneNames.enumerated() where names.contains(zone) {
        isDaylight = value
        break
      }
    }
    try readDay()
  }

  private func readYearAndTime() {
    if let y = number(UInt8(ascii: "y")) { year = y <= 68 ? 2000 + y : 1900 + y }
    if let y = number(UInt8(ascii: "Y")) { year = y }
    date.month = number(UInt8(ascii: "m")) ?? 1
    date.day = number(UInt8(ascii: "d")) ?? 1
    hour = number(UInt8(ascii: "H")) ?? 0
    minute = number(UInt8(ascii: "M")) ?? 0
    second = number(UInt8(ascii: "S")) ?? 0
    dayOfYear = number(UInt8(ascii: "j"))
    if let h = number(UInt8(ascii: "I")) {
      let isAfternoon = found.word(UInt8(ascii: "p")) == "pm"
      hour = isAfternoon ? (h == 12 ? 12 : h + 12) : h == 12 ? 0 : h
    }
  }

  private func readNames() {
    if let name = found.word(UInt8(ascii: "B")) { date.month = 1 + (Strptime.months.firstIndex(of: name) ?? 0) }
    if let name = found.word(UInt8(ascii: "b")) { date.month = 1 + (Strptime.months.firstIndex { $0.hasPrefix(name) } ?? 0) }
    if let name = found.word(UInt8(ascii: "A")) { weekday = Strptime.days.firstIndex(of: name) }
    if let name = found.word(UInt8(ascii: "a")) { weekday = Strptime.days.firstIndex { $0.hasPrefix(name) } }
    if let n = number(UInt8(ascii: "w")) { weekday = (n + 6) % 7 }
    if let n = number(UInt8(ascii: "u")) { weekday = n - 1 }
  }

  private func readOffset() throws(Raised) {
    guard let word = found.word(UInt8(ascii: "z")) else { return }
    if word == "z" {
      offset = 0
      return
    }
    var digits = Array(word.utf8)
    if digits[3] == 58 {
      digits.remove(at: 3)
      if digits.count > 5 {
        guard digits[5] == 58 else { throw t.raise(t.types.valueError, "Inconsistent use of : in %S", try t.str(word)) }
        digits.remove(at: 5)
      }
    }
    func pair(_ at: Int) -> Int { at + 1 < digits.count ? Int(digits[at] - 48) * 10 + Int(digits[at + 1] - 48) : 0 }
    let seconds = pair(1) * 3600 + pair(3) * 60 + pair(5)
    offset = digits[0] == 45 ? -seconds : seconds
  }

  // MARK: The day

  private func readDay() throws(Raised) {
    let isoYear = number(UInt8(ascii: "G"))
    let isoWeek = number(UInt8(ascii: "V"))
    try checkISO(isoYear, isoWeek)
    // A leap day without a year is one of a leap year.
    let isLeapDay = year == nil && date.month == 2 && date.day == 29
    date.year = year ?? (isLeapDay ? 1904 : 1900)
    if dayOfYear == nil, let weekday { try readWeek(weekday, isoYear, isoWeek) }
    if let day = dayOfYear {
      date = CalendarDate(ordinal: day - 1 + CalendarDate(year: date.year, month: 1, day: 1).ordinal)
    } else {
      guard date.year >= 1 else { throw t.raise(.yearOutOfRange, try t.int(date.year)) }
      let longest = CalendarDate.length(date.year, date.month)
      if date.day > longest {
        throw t.raise(.dayNotInMonth, try t.int(date.day), try t.int(longest), try t.int(date.month), try t.int(date.year))
      }
      dayOfYear = date.ordinal - CalendarDate(year: date.year, month: 1, day: 1).ordinal + 1
    }
    if weekday == nil { weekday = date.weekday }
    if isLeapDay { date.year = 1900 }
  }

  private func checkISO(_ isoYear: Int?, _ isoWeek: Int?) throws(Raised) {
    if isoYear != nil {
      if dayOfYear != nil, t.has(.isoYearsChecked) {
        throw t.raise(
          t.types.valueError, "Day of the year directive '%%j' is not compatible with ISO year directive '%%G'. Use '%%Y' instead.")
      }
      if isoWeek == nil || weekday == nil {
        throw t.raise(
          t.types.valueError,
          """
          ISO year directive '%%G' must be used with the ISO week directive '%%V' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').
          """)
      }
      if dayOfYear != nil {
        throw t.raise(
          t.types.valueError, "Day of the year directive '%%j' is not compatible with ISO year directive '%%G'. Use '%%Y' instead.")
      }
    } else if isoWeek != nil {
      let isIncomplete = t.has(.isoYearsChecked) ? year == nil || weekday == nil : weekday == nil
      throw t.raise(
        t.types.valueError,
        isIncomplete
          ? """
          ISO week directive '%%V' must be used with the ISO year directive '%%G' and a weekday directive ('%%A', '%%a', '%%w', or '%%u').
          """
          : "ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use the ISO year '%%G' instead.")
    }
  }

  /// The day of the year from the number of a week and the day in it.
  private func readWeek(_ weekday: Int, _ isoYear: Int?, _ isoWeek: Int?) throws(Raised) {
    let sundayWeek = number(UInt8(ascii: "U"))
    if let week = sundayWeek ?? number(UInt8(ascii: "W")) {
      var first = CalendarDate(year: date.year, month: 1, day: 1).weekday
      var day = weekday
      if sundayWeek != nil {
        first = (first + 1) % 7
        day = (day + 1) % 7
      }
      let weekZero = (7 - first) % 7
      dayOfYear = week == 0 ? 1 + day - first : 1 + weekZero + 7 * (week - 1) + day
    } else if let isoYear, let isoWeek {
      date.year = isoYear
      let fourth = CalendarDate(year: isoYear, month: 1, day: 4)
      if t.has(.isoWeeksChecked) {
        try checkWeek(isoYear, isoWeek)
        date = CalendarDate(ordinal: fourth.ordinal - fourth.weekday + 7 * (isoWeek - 1) + weekday)
        return
      }
      dayOfYear = 7 * isoWeek + weekday + 1 - (fourth.weekday + 1 + 3)
    }
    guard let day = dayOfYear, day <= 0 else { return }
    date.year -= 1
    dayOfYear = day + (CalendarDate.isLeap(date.year) ? 366 : 365)
  }

  private func checkWeek(_ year: Int, _ week: Int) throws(Raised) {
    guard week == 53, t.has(.isoWeeksChecked) else { return }
    let first = CalendarDate(year: year, month: 1, day: 1).weekday
    if first != 3 && !(first == 2 && CalendarDate.isLeap(year)) {
      throw t.raise(t.types.valueError, "Invalid week: %S", Value(small: week))
    }
  }
}

extension TimeModule {
  /// `time.strptime(text, format)`
  static func parseTime(_ t: Thread, _ arguments: Slots) throws(Raised) -> Value {
    if arguments.count == 0 {
      throw t.raise(t.types.typeError, "_strptime_time() missing 1 required positional argument: 'data_string'")
    }
    if arguments.count > 2 {
      throw t.raise(
        t.types.typeError, "_strptime_time() takes from 1 to 2 positional arguments but %S were given", Value(small: arguments.count))
    }
    let format = arguments.count == 2 ? arguments[1] : try t.str("%a %b %d %H:%M:%S %Y")
    for (i, v) in [arguments[0], format].enumerated() where !v.isKind(.str) {
      throw t.raise(t.types.typeError, "strptime() argument %S must be str, not %R", Value(small: i), Value(t.typeOf(v)))
    }
    let zones = try zoneNames(t)
    let parser = Strptime(t, arguments[0].unchecked(), format.unchecked(), zones: Array(zones.joined()))
    try parser.expand(format)
    let hasYear = parser.has(UInt8(ascii: "Y")) || parser.has(UInt8(ascii: "y")) || parser.has(UInt8(ascii: "G"))
    if parser.has(UInt8(ascii: "d")), !hasYear, t.has(.yearlessDaysWarning) {
      try t.warn(t.types.deprecationWarning, message: try t.str(t.template(.yearlessDays)))
    }
    guard let end = try parser.match() else {
      throw t.raise(t.types.valueError, "time data %R does not match format %R", arguments[0], format)
    }
    if end != parser.end { throw t.raise(t.types.valueError, "unconverted data remains: %S", try parser.rest(end)) }
    let parsed = ParsedTime(t, parser)
    try parsed.read(zoneNames: zones)
    return try makeTime(t, parsed)
  }

  private static func makeTime(_ t: Thread, _ parsed: ParsedTime) throws(Raised) -> Value {
    let values = try t.tuple(count: 11)
    let numbers = [
      parsed.date.year, parsed.date.month, parsed.date.day, parsed.hour, parsed.minute, parsed.second, parsed.weekday ?? 0,
      parsed.dayOfYear ?? 1, parsed.isDaylight,
    ]
    for (i, n) in numbers.enumerated() { values.items[i] = Value(small: n) }
    values.items[9] = .none
    if let zone = parsed.found.found[UInt8(ascii: "Z")] {
      values.items[9] = try zone.withUnsafeBufferPointer { buffer throws(Raised) in
        guard let base = buffer.baseAddress else { return t.interpreter.emptyStr }
        return try t.str(codePoints: base, count: zone.count)
      }
    }
    values.items[10] = parsed.offset.map { Value(small: $0) } ?? .none
    return try StructSequence.make(t, t.typeNamed("time.struct_time"), values.slots)
  }

  /// The names of the zones without and with daylight saving, lower case.
  private static func zoneNames(_ t: Thread) throws(Raised) -> [[String]] {
    let module = try t.importModule(try t.str("time"))
    let names = try t.getAttribute(module, try t.intern("tzname"))
    guard names.isKind(.tuple), names.tupleSlots.count == 2 else { return [["utc", "gmt"]] }
    let both = (0..<2).map { i in
      names.tupleSlots[i].isKind(.str) ? t.characters(of: names.tupleSlots[i]).lowercased() : ""
    }
    var standard = ["utc", "gmt"]
    if !both[0].isEmpty, !standard.contains(both[0]) { standard.append(both[0]) }
    let hasDaylight = try t.truth(try t.getAttribute(module, try t.intern("daylight")))
    return hasDaylight ? [standard, [both[1]]] : [standard]
  }
}
