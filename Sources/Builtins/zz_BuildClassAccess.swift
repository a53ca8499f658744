import Runtime
public enum BuildClassAccess { public static var spec: NativeFunctionSpec { BuildClass.spec } }
