/// A difference between two code objects beside their instructions.
public struct FieldChange: Sendable, Hashable {
  /// What differs, such as `flags`.
  public let name: String
  /// What only the old code has, and only the new one; of a single value, both values.
  public let removed: [String]
  public let added: [String]
  /// Whether the field is a collection, whose equal elements are left out.
  public let isCollection: Bool

  /// The differences but those of exception tables. A code without a partner has none.
  static func all(_ old: ComparedCode?, _ new: ComparedCode?) -> [FieldChange] {
    guard let old, let new else { return [] }
    let (before, after) = (old.code, new.code)
    let changes = [
      value("parameters", signature(before), signature(after)),
      set("variables", variables(before), variables(after)),
      set("cell variables", named(before.variableNames(.cell)), named(after.variableNames(.cell))),
      set("free variables", named(before.variableNames(.free)), named(after.variableNames(.free))),
      set("flags", named(before.flags.names), named(after.flags.names)),
      value("stack size", "\(before.stackSize)", "\(after.stackSize)"),
      set("constants", constants(old), constants(new)),
      set("names", named(before.names), named(after.names)),
      value("bytes behind the instructions", hexadecimal(old.rest), hexadecimal(new.rest)),
    ]
    return changes.compactMap { $0 }
  }

  // MARK: Kinds of fields

  private struct Element {
    let key: String
    let text: String
  }

  private static func value(_ name: String, _ old: String, _ new: String) -> FieldChange? {
    old == new ? nil : FieldChange(name: name, removed: [old], added: [new], isCollection: false)
  }

  /// A field whose elements have no order that matters; elements may be there several times.
  private static func set(_ name: String, _ old: [Element], _ new: [Element]) -> FieldChange? {
    let removed = rest(of: old, without: new)
    let added = rest(of: new, without: old)
    if removed.isEmpty && added.isEmpty { return nil }
    return FieldChange(name: name, removed: removed.map(\.text), added: added.map(\.text), isCollection: true)
  }

  private static func rest(of elements: [Element], without others: [Element]) -> [Element] {
    var counts: [String: Int] = [:]
    for element in others { counts[element.key, default: 0] += 1 }
    return elements.filter { element in
      guard let count = counts[element.key], count > 0 else { return true }
      counts[element.key] = count - 1
      return false
    }
  }

  // MARK: Elements

  private static func named(_ names: [String]) -> [Element] { names.map { Element(key: $0, text: $0) } }

  private static func named(_ names: [Text]) -> [Element] { named(names.map(\.escaped)) }

  /// The local variables that are no parameters.
  private static func variables(_ code: CodeImage) -> [Element] {
    let parameters = max(0, min(code.parameterCount, code.localsPlusNames.count))
    let locals = zip(code.localsPlusNames, code.localsPlusKinds).dropFirst(parameters).filter { $0.1.contains(.local) }
    return named(locals.map(\.0))
  }

  private static func constants(_ side: ComparedCode) -> [Element] {
    side.code.constants.map { Element(key: ConstantText.key($0, side.set), text: ConstantText.shown($0, side.set)) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.isEmpty ? "none" : bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }

  /// The parameters as they stand in a `def`, without defaults.
  static func signature(_ code: CodeImage) -> String {
    let names = code.localsPlusNames.prefix(max(0, code.parameterCount)).map(\.escaped)
    var words = Array(names.prefix(max(0, code.argumentCount)))
    if code.positionalOnlyCount > 0 && code.positionalOnlyCount <= words.count { words.insert("/", at: code.positionalOnlyCount) }
    let keywords = names.dropFirst(max(0, code.argumentCount)).prefix(max(0, code.keywordOnlyCount))
    var variadic = names.dropFirst(max(0, code.argumentCount) + max(0, code.keywordOnlyCount))
    if code.flags.contains(.variadicPositional) {
      if let name = variadic.popFirst() { words.append("*" + name) }
    } else if !keywords.isEmpty {
      words.append("*")
    }
    words += keywords
    if code.flags.contains(.variadicKeywords), let name = variadic.popFirst() { words.append("**" + name) }
    return "(" + words.joined(separator: ", ") + ")"
  }
}

/// The exception tables of two code objects. Entries are equal if they name the same rows and cut the stack in the same way.
struct HandlerComparison {
  private let old: [Handler]
  private let new: [Handler]
  private let defects: FieldChange?
  private let hasBoth: Bool

  private struct Handler: Hashable {
    let start, end, target: RowMap.Place
    let depth: Int
    let pushesLasti: Bool
  }

  init(_ old: ComparedCode?, _ new: ComparedCode?, _ map: RowMap) {
    func handlers(_ code: ComparedCode?, _ side: CodeComparison.Side) -> [Handler] {
      guard let code else { return [] }
      return code.handlers.map { entry in
        Handler(
          start: map.place(code.place(unit: entry.start), side), end: map.place(code.place(unit: entry.end), side),
          target: map.place(code.place(unit: entry.target), side), depth: entry.depth, pushesLasti: entry.pushesLasti)
      }
    }
    self.old = handlers(old, .old)
    self.new = handlers(new, .new)
    hasBoth = old != nil && new != nil
    let isDamaged = old?.handlerDefect != nil || new?.handlerDefect != nil
    if let old, let new, isDamaged, old.code.exceptionTable != new.code.exceptionTable {
      defects = FieldChange(
        name: "exception table, as stored", removed: [old.handlerDefect ?? "whole"], added: [new.handlerDefect ?? "whole"], isCollection: false)
    } else {
      defects = nil
    }
  }

  /// The rows that are to have labels.
  var places: [RowMap.Place] { (old + new).flatMap { [$0.start, $0.end, $0.target] } }

  func changes(_ labels: RowLabels) -> [FieldChange] {
    guard hasBoth else { return [] }
    let (before, after) = (Set(old), Set(new))
    let removed = old.filter { !after.contains($0) }.map { text($0, labels) }
    let added = new.filter { !before.contains($0) }.map { text($0, labels) }
    let isSame = removed.isEmpty && added.isEmpty
    let table = isSame ? nil : FieldChange(name: "exception table", removed: removed, added: added, isCollection: true)
    return [table, defects].compactMap { $0 }
  }

  private func text(_ handler: Handler, _ labels: RowLabels) -> String {
    let (start, end, target) = (labels.text(handler.start), labels.text(handler.end), labels.text(handler.target))
    return "\(start) to \(end) -> \(target) [\(handler.depth)]" + (handler.pushesLasti ? " lasti" : "")
  }
}
