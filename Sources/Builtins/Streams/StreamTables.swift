import Runtime

/// The tables of the streams.
enum StreamTables {
  static var specs: [TypeSpec] { [TextStreamType.spec, BinaryStreamType.spec, UnraisableArguments.spec] }
}
