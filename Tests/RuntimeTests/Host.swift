import Runtime

/// An interpreter for one test, with the hashes of CPython under PYTHONHASHSEED=0.
struct Host {
  let t: Thread

  init() throws {
    t = try makeThread()
  }

  func str(_ text: String) throws -> Value { try t.str(text) }

  /// A new list of strs, which keeps them alive.
  func list(_ texts: [String]) throws -> Ref<ListObject> {
    let list = try t.list()
    for text in texts { try t.append(list, try t.str(text)) }
    return list
  }

  /// A new list of ints.
  func list(_ numbers: [Int]) throws -> Ref<ListObject> {
    let list = try t.list()
    for number in numbers { try t.append(list, Value(small: number)) }
    return list
  }

  /// The text of a str.
  func text(_ v: Value) -> String {
    let s = v.unchecked(as: StrObject.self)
    var text = ""
    for i in 0..<s.count { text.unicodeScalars.append(Unicode.Scalar(s.codePoint(i)) ?? "?") }
    return text
  }

  func ints(_ list: Ref<ListObject>) -> [Int] { (0..<list.count).map { list.items[$0].smallInt } }

  /// The elements of a set in the order of iteration.
  func elements(_ set: Ref<SetObject>) -> [Value] {
    var result: [Value] = []
    var position = 0
    while let entry = t.setNext(set, &position) { result.append(entry.key) }
    return result
  }

  /// The keys of a dict in the order of iteration.
  func keys(_ dict: Ref<DictObject>) -> [Value] {
    var result: [Value] = []
    var position = 0
    while let entry = t.dictNext(dict, &position) { result.append(entry.key) }
    return result
  }
}
