import Runtime

/// The tables of all builtin types, for `InterpreterBox`.
public enum Registry {
  public static var types: [TypeSpec] {
    [ObjectType.spec, TypeType.spec, SuperType.spec]
      + ExceptionTables.specs + TypeTables.specs + GeneratorTables.types
      + ContainerTables.types + TextTables.types
      + NumberTables.types
      + WeakReferences.types + WeakProxies.types + TypeVariables.specs + TemplateTypes.specs + [GenericAliasType.spec, UnionType.spec]
  }
}
