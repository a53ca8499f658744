import Glibc

extension Interpreter {
  /// Makes an interpreter with its main thread: heap, builtin types, interned names, empty module table. Modules and their namespaces follow.
  ///
  /// - Parameters:
  ///   - box: tables of the native types and modules.
  ///   - hashKeys: keys of SipHash for str and bytes; (0, 0) gives the hashes of CPython under PYTHONHASHSEED=0.
  ///   - level: the Python version whose library the run has.
  /// - Throws: `Raised` if there is no memory.
  public static func make(box: InterpreterBox, hashKeys: (UInt64, UInt64), level: LanguageLevel) throws(Raised) -> Interpreter {
    guard let attributeCache = AttributeCache.make() else { throw Raised() }
    let pointer = UnsafeMutablePointer<InterpreterState>.allocate(capacity: 1)
    UnsafeMutableRawPointer(pointer).initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<InterpreterState>.size)
    let interpreter = Interpreter(pointer)
    interpreter.heap = Heap.make()
    interpreter.types = zeroed(BuiltinTypes.self)
    interpreter.internTable = InternTable.make()
    interpreter.attributeCache = attributeCache
    interpreter.nextTypeVersion = 1
    interpreter.maxStrDigits = 4300
    interpreter.outputLeft = .max
    interpreter.switchInterval = 5000
    interpreter.dlopenFlags = RTLD_NOW
    interpreter.level = level
    interpreter.nextDictVersion = 1
    interpreter.hashKey0 = hashKeys.0
    interpreter.hashKey1 = hashKeys.1
    interpreter.box = UnsafeRawPointer(Unmanaged.passRetained(box).toOpaque())
    let thread = Thread.make(interpreter)
    interpreter.mainThread = thread
    try thread.bootstrap()
    return interpreter
  }

  static func zeroed<T: BitwiseCopyable>(_ type: T.Type) -> UnsafeMutablePointer<T> {
    let pointer = UnsafeMutablePointer<T>.allocate(capacity: 1)
    UnsafeMutableRawPointer(pointer).initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<T>.size)
    return pointer
  }
}

extension Thread {
  /// Fills the interpreter. Order matters: names of types are strs, one-character strs are shared, namespaces are dicts.
  fileprivate func bootstrap() throws(Raised) {
    try makeSharedObjects()
    try makeBuiltinTypes()
    repairSharedTypes()
    let names = SlotPointer.allocate(capacity: Name.allCases.count)
    names.initialize(repeating: .null, count: Name.allCases.count)
    self.interpreter.names = names
    for name in Name.allCases { names[name.index] = intern(try str(name.rawValue)) }
    self.interpreter.roots = Value(try list())
    self.interpreter.modules = try dict()
    self.interpreter.memoryError = try makeException(self.types.memoryError, .null)
    self.interpreter.spareCell = try makeCell(.null)
  }

  /// Made before their types exist; `repairSharedTypes` completes the headers.
  private func makeSharedObjects() throws(Raised) {
    let latin1 = SlotPointer.allocate(capacity: 256)
    latin1.initialize(repeating: .null, count: 256)
    self.interpreter.latin1 = latin1
    for c in 0..<256 { latin1[c] = try bareStr(UInt8(c), count: 1) }
    self.interpreter.emptyStr = try bareStr(0, count: 0)
    self.interpreter.emptyTuple = Value(try allocate(TupleObject.self, kind: .tuple, type: .none, tracedWords: 0))
    let bytes: Ref<BytesObject> = try allocate(kind: .bytes, type: .none, tracedWords: 0)
    bytes.hash = -1
    self.interpreter.emptyBytes = Value(bytes)
  }

  private func bareStr(_ c: UInt8, count: Int) throws(Raised) -> Value {
    let str: Ref<StrObject> = try allocate(bytes: MemoryLayout<StrObject>.size + 1, kind: .str, type: .none, tracedWords: 0)
    str.count = count
    str.hash = -1
    str.width = 1
    str.isASCII = c < 128
    str.bytes[0] = c
    return Value(str)
  }

  private func repairSharedTypes() {
    for c in 0..<256 {
      self.interpreter.latin1[c].object.type = self.types.str
      self.interpreter.latin1[c] = intern(self.interpreter.latin1[c])
    }
    self.interpreter.emptyStr.object.type = self.types.str
    _ = intern(self.interpreter.emptyStr)
    self.interpreter.emptyTuple.object.type = self.types.tuple
    self.interpreter.emptyBytes.object.type = self.types.bytes
  }
}
