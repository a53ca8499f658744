import Runtime

/// The modules of the standard library that are native: those that CPython writes in C, and faces of a few that it writes in Python, used
/// where no `Lib` is found.
public enum NativeModules {
  /// Made when first imported; the types of a module bring their tables with them.
  public static let all: [ModuleSpec] = [
    ABCModule.module,
    ArrayModule.module,
    Atexit.module,
    BinasciiModule.module,
    Bisect.module,
    CMathModule.module,
    Collections.module,
    CollectionsABC.module,
    CollectionsABC.alias,
    Contextlib.module,
    CopyModule.module,
    CopyregModule.module,
    ErrnoModule.module,
    Functools.module,
    GCModule.module,
    Heapq.module,
    IOModule.core,
    IOModule.face,
    Itertools.module,
    Keyword.module,
    MarshalModule.module,
    MathModule.module,
    NumbersModule.module,
    OperatorModule.module,
    RandomModule.core,
    RandomModule.face,
    StringModule.module,
    StructModule.core,
    StructModule.face,
    SysModule.module,
    TemplateModule.module,
    ThreadModule.module,
    TimeModule.module,
    TypesModule.module,
    Typing.module,
    WarningsCore.module,
    WarningsModule.module,
    WeakSet.module,
    WeakrefModule.core,
    WeakrefModule.module,
  ] + CoreModules.all
}
