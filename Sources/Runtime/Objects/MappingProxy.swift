/// mappingproxy: a read-only view of a mapping.
@frozen
public struct MappingProxyObject: HeapCell {
  public var header: ObjectHeader
  public var mapping: Value
}

extension Ref where T == MappingProxyObject {
  @inlinable @inline(__always) public var mapping: Value { get { layout.mapping } nonmutating set { layout.mapping = newValue } }
}

extension Thread {
  public func makeMappingProxy(_ mapping: Value) throws(Raised) -> Value {
    let proxy: Ref<MappingProxyObject> = try allocate(kind: .mappingProxy, type: self.types.mappingProxy, tracedWords: 1)
    proxy.mapping = mapping
    return Value(proxy)
  }
}
