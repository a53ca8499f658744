/// mappingproxy: a read-only view of a mapping.
@frozen
public struct MappingProxyObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var mapping: Value
}

extension Thread {
  public func makeMappingProxy(_ mapping: Value) throws(Raised) -> Value {
    let proxy: Ref<MappingProxyObject> = try allocate(kind: .mappingProxy, type: self.types.mappingProxy, tracedWords: 1)
    proxy.mapping = mapping
    return Value(proxy)
  }
}
