import Runtime

/// The tables of the types that programs are made of: callables, descriptors, code, modules, generic types.
enum TypeTables {
  static var specs: [TypeSpec] {
    [FunctionType.spec, LibraryFunctionType.spec, MappingProxyType.spec] + MethodTypes.specs + DescriptorTypes.specs + CodeTypes.specs + SingletonTypes.specs
  }
}
