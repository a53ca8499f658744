extension Parser {
  /// A format string of the versions whose tokenizer knows nothing of them.
  mutating func oldFormatString(_ token: Token, _ run: inout StringRun) throws(ParseStop) {
    throw ParseStop()
  }
}
