import Runtime

/// The tables of str and the bytes types.
enum TextTables {
  static var types: [TypeSpec] { [StrType.spec, BytesType.spec, ByteArrayType.spec, MemoryViewType.spec] }
}
