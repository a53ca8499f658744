extension Text {
  /// The text on one line for messages: what is not printable is escaped as in `repr`, without quotes around.
  public var escaped: String {
    var repr = PythonRepr()
    repr.append(repr: self)
    return String(decoding: repr.bytes.dropFirst().dropLast(), as: UTF8.self)
  }
}
