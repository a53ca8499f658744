import Bytecode
import Runtime

extension Interpreter {
  /// Runs a program as the module `__main__`, whose namespace a later program finds anew.
  ///
  /// - Parameters:
  ///   - path: a source or a .pyc file.
  /// - Returns: the module, from which functions and values can be taken.
  /// - Throws: `PythonError`: `.malformed` if the file cannot be read or is bytecode that cannot be run, an exception (SyntaxError and SystemExit too), or a
  ///   limit.
  @discardableResult
  public func run(contentsOf path: String) throws(PythonError) -> PythonObject {
    let data: [UInt8]
    do throws(FileReader.Failure) {
      data = try FileReader.read(path)
    } catch {
      throw PythonError(.malformed, message: "cannot read '\(path)': \(error.reason)")
    }
    if path.hasSuffix(".pyc") || PycFile.beginsLikeOne(data) { return try run(data, path: path) }
    return try run(data, path: path, name: path)
  }

  /// The same for a source.
  /// - Parameter name: what tracebacks call the file.
  @discardableResult
  public func run(source: String, name: String = "<string>") throws(PythonError) -> PythonObject {
    try run(Array(source.utf8), path: nil, name: name)
  }

  private func run(_ source: [UInt8], path: String?, name: String) throws(PythonError) -> PythonObject {
    try enter { t throws(Raised) in
      let code = try t.makeCode(source: source, name: name)
      return try self.handles.keep(t, Value(try t.runMain(code, path: path)), self)
    }
  }

  /// The same for the content of a .pyc file.
  /// - Parameter path: `__file__`.
  @discardableResult
  public func run(_ bytecode: [UInt8], path: String = "<bytes>") throws(PythonError) -> PythonObject {
    let image: CodeImage
    do throws(PycError) {
      image = try PycFile(reading: bytecode).code
    } catch {
      throw PythonError(.malformed, message: "cannot load '\(path)': \(error)")
    }
    let code: PythonObject
    do throws(PythonError) {
      code = try enter { t throws(Raised) in try self.handles.keep(t, Value(try t.makeCode(image)), self) }
    } catch {
      throw PythonError(.malformed, message: "\(path): \(error.message)")
    }
    return try enter { t throws(Raised) in
      try self.handles.keep(t, Value(try t.runMain(code.current.unchecked(), path: path)), self)
    }
  }

  /// Imports a module: native, or a compiled file in `Configuration.searchPath`.
  /// - Parameter name: its absolute name.
  /// - Throws: `PythonError`, such as a ModuleNotFoundError.
  public func importModule(_ name: String) throws(PythonError) -> PythonObject {
    try enter { t throws(Raised) in try self.handles.keep(t, try t.importModule(t.intern(try t.str(name))), self) }
  }

  /// A module of the program's own: an empty one that Python code can import by `name`, to be filled with `setAttribute`.
  public func makeModule(_ name: String) throws(PythonError) -> PythonObject {
    try enter { t throws(Raised) in
      let key = t.intern(try t.str(name))
      let module = try t.makeModule(key)
      try t.dictSet(t.interpreter.modules, key, Value(module))
      return try self.handles.keep(t, Value(module), self)
    }
  }

  /// A Python object for a Swift value.
  public func object(_ value: PythonValue) throws(PythonError) -> PythonObject {
    try enter { t throws(Raised) in try self.handles.keep(t, try self.convert(t, value, depth: 0), self) }
  }
}

extension Thread {
  /// The code of a module's source, of which tracebacks say that it is in the file `name`.
  func makeCode(source: [UInt8], name: String) throws(Raised) -> Ref<CodeObject> {
    let request = CompileRequest(mode: .exec, fileName: Text(name), optimization: self.interpreter.optimization)
    let fileName = try str(name)
    return try source.withUnsafeBufferPointer { (buffer) throws(Raised) in
      try makeCode(source: buffer, request, fileName: fileName)
    }
  }

  /// Runs code as a new module `__main__`.
  func runMain(_ code: Ref<CodeObject>, path: String?) throws(Raised) -> Ref<ModuleObject> {
    let module = try makeMainModule(path)
    let function = try makeFunction(code, globals: module.dict)
    _ = try execute(function, namespace: Value(module.dict))
    return module
  }

  /// A new `sys.modules['__main__']`.
  func makeMainModule(_ path: String?) throws(Raised) -> Ref<ModuleObject> {
    let name = self.name(.__main__)
    let module = try makeModule(name)
    let dict = module.dict
    try dictSet(dict, self.name(.__name__), name)
    for absent in [Name.__doc__, .__package__, .__loader__, .__spec__] { try dictSet(dict, self.name(absent), .none) }
    if !has(.deferredAnnotations) { try dictSet(dict, self.name(.__annotations__), Value(try self.dict())) }
    try dictSet(dict, self.name(.__builtins__), try dictGet(self.interpreter.modules, self.name(.builtins)))
    if let path {
      try dictSet(dict, self.name(.__file__), try str(path))
      try dictSet(dict, self.name(.__cached__), .none)
    }
    try dictSet(self.interpreter.modules, name, Value(module))
    return module
  }
}
