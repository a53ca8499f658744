import Bytecode
import Compiler
import Runtime

/// The classes of nodes of one interpreter: what `_ast` and `ast` show, and by which trees become objects and objects trees.
///
/// The values are in a tuple that the interpreter keeps alive; here is where in its list of roots.
final class SyntaxClasses {
  let version: PythonVersion
  /// The classes of the version, in the order of the tuple.
  let classes: [NodeClass]
  /// What the version shows of the nodes of a tree, by kind.
  let shapes: [NodeShape]
  /// The classes that derive from that of a kind of nodes, or that class itself if there are none; by the raw value of the kind of nodes.
  private(set) var members: [[Int]]
  /// The class of a kind of nodes; -1 if the version has none.
  private(set) var sums: [Int]
  /// The class of the nodes of a tree, by the raw value of their kind; -1 if the version has none.
  private(set) var kinds: [Int]
  private var root = -1

  init(version: PythonVersion) {
    self.version = version
    classes = NodeClass.all(of: version)
    shapes = NodeShape.all(of: version)
    members = [[Int]](repeating: [], count: 32)
    sums = [Int](repeating: -1, count: 32)
    kinds = [Int](repeating: -1, count: NodeKind.allCases.count)
    for (index, own) in classes.enumerated() {
      if let sum = own.sum { sums[Int(sum.rawValue)] = index }
      if let base = own.base { members[Int(base.rawValue)].append(index) }
      if let kind = own.kind { kinds[Int(kind.rawValue)] = index }
    }
    for sum in sums.indices where members[sum].isEmpty && sums[sum] >= 0 { members[sum] = [sums[sum]] }
  }

  /// The parts of the tuple: each is a tuple, but for the first.
  private enum Part: Int, CaseIterable {
    /// The class `AST`.
    case base
    case types
    /// The names of fields, by class: `_fields`.
    case fields
    /// The names of attributes, by class.
    case attributes
    /// The only instance, by class; None where there are more.
    case singletons
  }

  /// Whether the classes have been made.
  var isReady: Bool { root >= 0 }

  private func part(_ t: Thread, _ part: Part) -> Value {
    t.interpreter.roots.unchecked(as: ListObject.self).items[root].tupleSlots[part.rawValue]
  }

  func base(_ t: Thread) -> Ref<TypeObject> { part(t, .base).unchecked() }
  func type(_ t: Thread, _ index: Int) -> Ref<TypeObject> { part(t, .types).tupleSlots[index].unchecked() }
  func fieldNames(_ t: Thread, _ index: Int) -> Slots { part(t, .fields).tupleSlots[index].tupleSlots }
  func attributeNames(_ t: Thread, _ index: Int) -> Slots { part(t, .attributes).tupleSlots[index].tupleSlots }
  func singleton(_ t: Thread, _ index: Int) -> Value { part(t, .singletons).tupleSlots[index] }

  /// The attributes that nodes of a class have: those of the class that it derives from.
  func attributes(of own: NodeClass) -> [NodeField] {
    own.base.map { classes[sums[Int($0.rawValue)]].attributes } ?? own.attributes
  }

  /// Makes the classes, once.
  func prepare(_ t: Thread) throws(Raised) {
    if isReady { return }
    let base = try NodeType.makeBase(t)
    let types = try t.tuple(count: classes.count)
    let fields = try t.tuple(count: classes.count)
    let attributes = try t.tuple(count: classes.count)
    let singletons = try t.tuple(count: classes.count)
    for (index, own) in classes.enumerated() {
      fields.items[index] = try names(t, own.fields)
      attributes.items[index] = try names(t, self.attributes(of: own))
      let parent = own.base.map { types.items[sums[Int($0.rawValue)]] } ?? base
      types.items[index] = try NodeType.make(t, self, own, parent: parent, fields: fields.items[index], attributes: attributes.items[index])
      let isSingle = own.kind == nil && own.fields.isEmpty && own.base != nil
      singletons.items[index] = isSingle ? Value(try t.makeInstance(types.items[index].unchecked())) : .none
    }
    let all = try t.tuple(count: Part.allCases.count)
    all.items[Part.base.rawValue] = base
    all.items[Part.types.rawValue] = Value(types)
    all.items[Part.fields.rawValue] = Value(fields)
    all.items[Part.attributes.rawValue] = Value(attributes)
    all.items[Part.singletons.rawValue] = Value(singletons)
    let roots: Ref<ListObject> = t.interpreter.roots.unchecked()
    try t.append(roots, Value(all))
    root = roots.count - 1
    for (index, own) in classes.enumerated() {
      try NodeType.addFieldTypes(t, self, own, types.items[index].unchecked())
    }
  }

  private func names(_ t: Thread, _ fields: [NodeField]) throws(Raised) -> Value {
    let names = try t.tuple(count: fields.count)
    for (index, field) in fields.enumerated() { names.items[index] = try t.intern(field.name) }
    return Value(names)
  }
}

/// Module `_ast`.
enum ASTCore {
  static let module = ModuleSpec("_ast") { t, m throws(Raised) in
    guard let trees = t.box.trees as? SyntaxTrees else { throw t.raise(t.types.importError, "this interpreter has no syntax trees") }
    let classes = trees.classes
    try classes.prepare(t)
    try t.addConstant(m, "AST", Value(classes.base(t)))
    for (name, flag) in flags(t) { try t.addConstant(m, name, Value(small: flag)) }
    for (index, own) in classes.classes.enumerated() { try t.addConstant(m, own.name, Value(classes.type(t, index))) }
  }

  private static func flags(_ t: Thread) -> [(StaticString, Int)] {
    var flags: [(StaticString, Int)] = [
      ("PyCF_ALLOW_TOP_LEVEL_AWAIT", Int(CompileRequest.Options.topLevelAwait.rawValue)),
      ("PyCF_ONLY_AST", Int(CompileRequest.Options.onlyTree.rawValue)),
      ("PyCF_TYPE_COMMENTS", Int(CompileRequest.Options.typeComments.rawValue)),
    ]
    let optimized: CompileRequest.Options = [.optimizesTree, .onlyTree]
    if t.has(.optimizedTreeFlag) { flags.append(("PyCF_OPTIMIZED_AST", Int(optimized.rawValue))) }
    return flags
  }
}
