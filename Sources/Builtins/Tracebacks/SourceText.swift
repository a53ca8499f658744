import Runtime

/// The lines of a source.
final class SourceText {
  private let bytes: [UInt8]
  /// Where lines begin, and behind them where the last one ends, its end of line included.
  private let starts: [Int]

  /// - Parameter bytes: UTF-8 whose lines end in LF.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in 0..<buffer.count where buffer[index] == 10 { starts.append(index + 1) }
    }
    if let last = starts.last, last < bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// A line, counted from 1, without its end; nil if there is no such line.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1, number < starts.count else { return nil }
    let end = starts[number]
    return bytes[starts[number - 1]..<(bytes[end - 1] == 10 ? end - 1 : end)]
  }
}

/// The sources that a report shows lines of; each is read once. What they take is not in the heap, so there is a limit to it.
final class SourceFiles {
  /// Files above this size are not shown; nor are more files at once than this holds.
  private static let mostBytes = 16 << 20

  private var texts: [String: SourceText?] = [:]
  private var bytes = 0

  /// The source that a code object names; nil if it is not at hand.
  /// - Parameter globals: those of the code, null if they are not known.
  func text(_ t: Thread, of code: Ref<CodeObject>, globals: Value) throws(Raised) -> SourceText? {
    if let known = registered(t, code) { return known }
    let searches = !t.has(.reportsByTracebackModule) || !isWithoutSource(t, globals)
    return try text(t, named: code.fileName, searchesPath: searches)
  }

  /// The source of a file name (a str).
  func text(_ t: Thread, named name: Value, searchesPath: Bool = true) throws(Raised) -> SourceText? {
    let path = t.lossyString(name)
    if path.isEmpty || path.utf8.contains(0) || path.hasPrefix("<") && path.hasSuffix(">") { return nil }
    if let known = texts[path] { return known }
    let found = try read(t, path, searchesPath: searchesPath)
    if bytes > SourceFiles.mostBytes {
      texts.removeAll()
      bytes = 0
    }
    texts[path] = .some(found)
    return found
  }

  private func read(_ t: Thread, _ path: String, searchesPath: Bool) throws(Raised) -> SourceText? {
    if let text = read(t, path) { return text }
    let isOld = !t.has(.reportsByTracebackModule)
    let list = t.dictGet(t.interpreter.sysDict, interned: try t.intern("path"))
    guard searchesPath, list.isKind(.list), isOld || !path.hasPrefix("/") else { return nil }
    // The C code looks for the last component alone.
    let tail = isOld ? String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]) : path
    let folders = list.unchecked(as: ListObject.self)
    var index = 0
    while index < folders.count {
      try t.pollNative()
      let folder = t.lossyString(folders.items[index])
      index += 1
      if folder.utf8.contains(0) { continue }
      let joined = folder.isEmpty || folder.hasSuffix("/") ? folder + tail : "\(folder)/\(tail)"
      if let text = read(t, joined) { return text }
    }
    return nil
  }

  private func read(_ t: Thread, _ path: String) -> SourceText? {
    guard let content = t.box.finder?.source(at: path, most: SourceFiles.mostBytes) else { return nil }
    bytes += content.count
    return t.box.compiler?.decoded(content).map { SourceText($0) }
  }

  /// The module was loaded from a file without source: its loader knows of none, and module linecache looks no further.
  private func isWithoutSource(_ t: Thread, _ globals: Value) -> Bool {
    guard globals.isKind(.dict) else { return false }
    let file = t.dictGet(globals.unchecked(), interned: t.name(.__file__))
    return file.isKind(.str) && t.lossyString(file).hasSuffix(".pyc")
  }

  // MARK: - Sources of the command line

  private func registered(_ t: Thread, _ code: Ref<CodeObject>) -> SourceText? {
    guard t.has(.registeredSources), let source = source(t, t.lossyString(code.fileName)) else { return nil }
    if t.has(.sourcesByCode), !source.codes.contains(SourceFiles.key(t, code)) { return nil }
    return SourceText(source.text)
  }

  private static let mostSources = 1000

  private func source(_ t: Thread, _ fileName: String) -> CommandSource? { t.box.commandSources.last { $0.fileName == fileName } }

  /// What tells a code object from the others of its file.
  private static func key(_ t: Thread, _ code: Ref<CodeObject>) -> String { "\(t.lossyString(code.qualifiedName)):\(code.firstLine)" }

  /// Lets tracebacks show lines of a source that is in no file (CPython: `linecache._register_code`).
  static func register(_ t: Thread, _ code: Ref<CodeObject>, text: [UInt8]) {
    var codes: Set<String> = []
    var left = [code]
    while let next = left.popLast() {
      codes.insert(key(t, next))
      let constants = next.constantsTuple.unchecked(as: TupleObject.self).slots
      for index in 0..<constants.count where constants[index].isKind(.code) { left.append(constants[index].unchecked()) }
    }
    let source = CommandSource(fileName: t.lossyString(code.fileName), text: t.box.compiler?.decoded(text) ?? [], codes: codes)
    t.box.commandSources.removeAll { $0.fileName == source.fileName }
    // Those of a long session that came first are forgotten.
    if t.box.commandSources.count >= mostSources { t.box.commandSources.removeFirst() }
    t.box.commandSources.append(source)
  }
}

extension Thread {
  /// Lets tracebacks show lines of a source that is in no file.
  public func registerSource(_ code: Ref<CodeObject>, text: [UInt8]) {
    if has(.registeredSources) { SourceFiles.register(self, code, text: text) }
  }

  /// A line of a file as reports of warnings show it, without blanks around it, else without those in front alone; empty if it is not at hand.
  public func shownLine(of fileName: Value, _ number: Int, strips: Bool) throws(Raised) -> Value {
    guard fileName.isKind(.str), let line = try SourceFiles().text(self, named: fileName)?.line(number) else { return self.interpreter.emptyStr }
    var points = SourceLine.codePoints(line)
    if strips {
      points = SourceLine.stripped(points)
    } else {
      points = points.drop { $0 == 32 || $0 == 9 || $0 == 12 }.map { $0 }
    }
    var out = TextBuilder(self)
    for point in points { try out.append(codePoint: point) }
    return try out.finish()
  }
}
