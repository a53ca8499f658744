import Bytecode

/// How an item of the stack reads: in one way, or in several where ways through the code meet.
package struct StackItemName: Hashable {
  /// In the order in which they were found; never empty.
  package private(set) var texts: [String]
  /// It is NULL, or may be: calls pass it over.
  package let isAbsent: Bool
  /// The items of a constant tuple.
  let items: [CodeListing.TupleItem]?

  /// Longer texts are cut in the middle.
  private static let longest = 60
  /// Items that read in more ways than this have no name.
  private static let mostTexts = 3

  package init(_ text: String, isAbsent: Bool = false, items: [CodeListing.TupleItem]? = nil) {
    let count = text.count
    if count > StackItemName.longest {
      texts = [text.prefix(StackItemName.longest / 2) + "…" + text.suffix(StackItemName.longest / 2 - 1)]
    } else {
      texts = [text]
    }
    self.isAbsent = isAbsent
    self.items = items
  }

  /// Something of which nothing is known.
  package static let unknown = StackItemName("…")

  /// What is said where the item comes from here or from there.
  package func joined(with other: StackItemName) -> StackItemName {
    if texts == other.texts || self == .unknown { return self }
    var joined = self
    for text in other.texts where !joined.texts.contains(text) { joined.texts.append(text) }
    return joined.texts.count > StackItemName.mostTexts || other == .unknown ? .unknown : joined
  }

  package var text: String { texts.joined(separator: " or ") }

  /// The text as a part of another one, in parentheses if it would come apart there.
  var grouped: String { StackItemName.isCompound(text) ? "(\(text))" : text }

  /// Whether a text has a space outside of brackets and quotes.
  private static func isCompound(_ text: String) -> Bool {
    var depth = 0
    var quote: UInt8?
    for byte in text.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): depth -= 1
      case UInt8(ascii: " ") where depth <= 0: return true
      default: break
      }
    }
    return false
  }
}
