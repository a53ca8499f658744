import Bytecode

// Code of sources, and the exceptions and warnings of the compiler (CPython: Parser/pegen_errors.c, Python/pythonrun.c).

extension Thread {
  /// Bytes that the compiler may take for a byte of source (measured: 113 to 250 in long sources, 800 in a chain of comparisons).
  private static var compilerBytes: Int { 400 }

  /// The code object of a source, made by the interpreter's compiler.
  ///
  /// - Parameters:
  ///   - source: the bytes, which stay where they are until this returns.
  ///   - fileName: a str, the same as `request.fileName`.
  ///   - keep: gets the code before it is verified, to keep it in a file.
  /// - Throws: `Raised`: SyntaxError and its subclasses, ValueError, what the filters make of warnings, or SystemError if there is no compiler.
  public func makeCode(
    source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, fileName: Value, keep: ((CodeImage) -> Void)? = nil
  ) throws(Raised) -> Ref<CodeObject> {
    try checkRoom(for: source)
    var image: CodeImage?
    try compiling(fileName) { (compiler, report) throws(RejectedSource) in image = try compiler.compile(source, request, report) }
    if let image { keep?(image) }
    return try makeCode(image)
  }

  /// The code object of a syntax tree's object.
  ///
  /// - Parameters:
  ///   - tree: a node, which `box.trees` knows.
  ///   - fileName: a str, the same as `request.fileName`.
  public func makeCode(tree: Value, _ request: CompileRequest, fileName: Value) throws(Raised) -> Ref<CodeObject> {
    let root = try trees().tree(self, of: tree, request.mode)
    var image: CodeImage?
    try compiling(fileName) { (compiler, report) throws(RejectedSource) in image = try compiler.compile(tree: root, request, report) }
    return try makeCode(image)
  }

  /// The object of a source's syntax tree: the root node. The parameters are those of `makeCode`.
  public func makeTree(source: UnsafeBufferPointer<UInt8>, _ request: CompileRequest, fileName: Value) throws(Raised) -> Value {
    try checkRoom(for: source)
    var tree: AnyObject?
    try compiling(fileName) { (compiler, report) throws(RejectedSource) in tree = try compiler.parse(source, request, report) }
    guard let tree else { throw raise(self.types.systemError, "the compiler gave nothing") }
    return try trees().object(self, of: tree)
  }

  /// A new tree like the one of a node, simplified as for code.
  public func makeOptimizedTree(_ node: Value, _ request: CompileRequest, fileName: Value) throws(Raised) -> Value {
    let tree = try trees().tree(self, of: node, request.mode)
    try compiling(fileName) { (compiler, report) throws(RejectedSource) in try compiler.optimize(tree: tree, request, report) }
    return try trees().object(self, of: tree)
  }

  private func makeCode(_ image: CodeImage?) throws(Raised) -> Ref<CodeObject> {
    guard let image else { throw raise(self.types.systemError, "the compiler gave nothing") }
    return try makeCode(image)
  }

  /// Lets the compiler work, gives its warnings, and raises what it says is wrong.
  private func compiling(
    _ fileName: Value, _ body: (any SourceCompiler, CompilationReport) throws(RejectedSource) -> Void
  ) throws(Raised) {
    let compiler = try compiler()
    var raised: Raised?
    let report = CompilationReport(word: breakerWord, stackLimit: self.nativeStackLimit) {
      do throws(Raised) {
        try self.pollNative()
      } catch {
        raised = error
      }
      return raised == nil
    }
    var rejected: RejectedSource?
    do throws(RejectedSource) {
      try body(compiler, report)
    } catch {
      rejected = error
    }
    if let raised { throw raised }
    for warning in report.warnings { try warn(warning, fileName) }
    if let rejected { throw raise(rejected, fileName) }
  }

  private func compiler() throws(Raised) -> any SourceCompiler {
    guard let compiler = box.compiler else { throw raise(self.types.systemError, "this interpreter has no compiler") }
    return compiler
  }

  private func trees() throws(Raised) -> any SyntaxTreeObjects {
    guard let trees = box.trees else { throw raise(self.types.systemError, "this interpreter has no syntax trees") }
    return trees
  }

  /// What the compiler takes is not in the heap: a source that may take more than is left is refused.
  private func checkRoom(for source: UnsafeBufferPointer<UInt8>) throws(Raised) {
    let heap = self.heap.state
    let isLimited = heap.pointee.limit != .max
    if isLimited, source.count > max(heap.pointee.limit - heap.pointee.usedBytes, 0) / Thread.compilerBytes { throw raiseMemoryError() }
  }

  /// The exception of a source that was rejected.
  private func raise(_ rejected: RejectedSource, _ fileName: Value) -> Raised {
    do throws(Raised) {
      let message = try str(rejected.message)
      let type = exceptionType(rejected.kind)
      guard let place = rejected.place else { return raise(type, message: message) }
      return raise(try call(Value(type), message, try details(place, fileName)))
    } catch {
      return error
    }
  }

  private func exceptionType(_ kind: RejectedSource.Kind) -> Ref<TypeObject> {
    switch kind {
    case .syntaxError: self.types.syntaxError
    case .indentationError: self.types.indentationError
    case .tabError: self.types.tabError
    case .incompleteInput: self.types.incompleteInputError.isNone ? self.types.syntaxError : self.types.incompleteInputError
    case .valueError: self.types.valueError
    case .overflowError: self.types.overflowError
    case .recursionError: self.types.recursionError
    case .memoryError: self.types.memoryError
    case .systemError, .interrupted: self.types.systemError
    }
  }

  /// The second argument of SyntaxError: file, line, offset, text, and where the range ends.
  private func details(_ place: SourcePlace, _ fileName: Value) throws(Raised) -> Value {
    let details = try tuple(count: has(.syntaxErrorByPosition) || !has(.syntaxErrorRanges) ? 4 : 6)
    for i in 0..<details.count { details.items[i] = .none }
    details.items[0] = fileName
    details.items[1] = try int(place.line)
    details.items[2] = try int(place.offset)
    if let text = place.text { details.items[3] = try str(text) }
    if details.count == 6, let line = place.endLine, let offset = place.endOffset {
      details.items[4] = try int(line)
      details.items[5] = try int(offset)
    }
    return Value(details)
  }

  /// Gives a warning of the compiler; one that the filters make an error is a SyntaxError with its place.
  private func warn(_ warning: CompilationReport.Warning, _ fileName: Value) throws(Raised) {
    let category = warning.category == .syntax ? self.types.syntaxWarning : self.types.deprecationWarning
    let module = try importModule(intern(try str("_warnings")))
    let function = try getAttribute(module, try intern("warn_explicit"))
    do throws(Raised) {
      _ = try call(function, try str(warning.message), Value(category), fileName, try int(warning.line))
    } catch {
      guard matches(self.exception, category) else { throw error }
      _ = takeException()
      throw raise(warning.error(), fileName)
    }
  }
}
