import Builtins
import Modules
import Runtime

/// What a word at a prompt may go on as (CPython: Lib/rlcompleter.py).
enum Completion {
  /// Names of `__main__`, builtins and keywords; behind a dot, attributes of what names stand for, or of a literal. Nothing is called but what
  /// attributes call.
  /// - Parameter front: what stands in front of the word in the line.
  /// - Returns: whole words in order, those with an underscore only if one was typed.
  static func words(_ t: Thread, _ word: String, behind front: String) -> [String] {
    do throws(Raised) {
      guard let dot = word.lastIndex(of: ".") else { return try matching(names(t), "", word) }
      let object = if word.first == "." { try literal(t, front, word[..<dot].dropFirst()) } else { try value(t, word[..<dot]) }
      if object.isNull { return [] }
      return try matching(attributes(t, object), String(word[...dot]), String(word[word.index(after: dot)...]))
    } catch {
      _ = t.takeException()
      return []
    }
  }

  private static func matching(_ names: Set<String>, _ front: String, _ start: String) throws(Raised) -> [String] {
    let wanted = names.filter { $0.hasPrefix(start) && ($0.first != "_" || start.first == "_") }
    return wanted.sorted().map { front + $0 }
  }

  private static func names(_ t: Thread) throws(Raised) -> Set<String> {
    var names = Set(Keyword.hard)
    if let main = try namespace(t) { add(t, main, to: &names) }
    add(t, t.interpreter.builtins, to: &names)
    return names
  }

  private static func namespace(_ t: Thread) throws(Raised) -> Ref<DictObject>? {
    let main = try t.dictGet(t.interpreter.modules, t.name(.__main__))
    return main.isKind(.module) ? main.unchecked(as: ModuleObject.self).dict : nil
  }

  private static func add(_ t: Thread, _ namespace: Ref<DictObject>, to names: inout Set<String>) {
    do throws(Raised) {
      let keys: Ref<ListObject> = try t.list(from: Value(namespace))
      for i in 0..<keys.count where keys.items[i].isKind(.str) { names.insert(t.string(keys.items[i])) }
    } catch {
      _ = t.takeException()
    }
  }

  private static func attributes(_ t: Thread, _ object: Value) throws(Raised) -> Set<String> {
    let dir = t.dictGet(t.interpreter.builtins, interned: try t.intern("dir"))
    if dir.isNull { return [] }
    let list: Ref<ListObject> = try t.list(from: try t.call(dir, object))
    var names: Set<String> = []
    for i in 0..<list.count where list.items[i].isKind(.str) { names.insert(t.string(list.items[i])) }
    return names
  }

  /// An attribute of the literal that a text ends with, by a path that may be empty; null if it ends with something else. In its place an empty
  /// object of its type is asked.
  private static func literal(_ t: Thread, _ text: String, _ path: Substring) throws(Raised) -> Value {
    guard let type = LiteralEnd.type(of: text) else { return .null }
    let made = t.dictGet(t.interpreter.builtins, interned: t.intern(try t.str(type)))
    if made.isNull { return .null }
    return try follow(t, try t.call(made), path.split(separator: "."))
  }

  /// What names with dots stand for; null if the first is not known.
  private static func value(_ t: Thread, _ path: Substring) throws(Raised) -> Value {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    let first = t.intern(try t.str(String(parts[0])))
    var object = try namespace(t).map { (main) throws(Raised) in t.dictGet(main, interned: first) } ?? .null
    if object.isNull { object = t.dictGet(t.interpreter.builtins, interned: first) }
    if object.isNull { return .null }
    return try follow(t, object, parts.dropFirst())
  }

  private static func follow(_ t: Thread, _ object: Value, _ path: some Sequence<Substring>) throws(Raised) -> Value {
    var object = object
    for part in path { object = try t.getAttribute(object, t.intern(try t.str(String(part)))) }
    return object
  }
}
