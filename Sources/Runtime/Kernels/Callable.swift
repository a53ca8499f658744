extension Thread {
  /// `callable(v)`: its class defines `__call__`.
  public func isCallable(_ v: Value) -> Bool {
    switch v.kind {
    case .function, .nativeFunction, .boundMethod, .type: true
    default: !lookupSpecial(v, .__call__).isNull
    }
  }
}
