import Runtime

/// The tables of what streams and hooks use.
enum StreamTables {
  static var specs: [TypeSpec] { [UnraisableArguments.spec] }
}
