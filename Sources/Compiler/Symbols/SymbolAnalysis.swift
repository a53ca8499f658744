/// Decides where each name of each scope lives (CPython: Python/symtable.c, `analyze_block`).
final class SymbolAnalysis {
  private let tree: SyntaxTree
  private let names: KnownNames
  private let features: CompilerFeatures

  init(_ tree: SyntaxTree, _ names: KnownNames, _ features: CompilerFeatures) {
    self.tree = tree
    self.names = names
    self.features = features
  }

  func analyze(_ top: Scope) throws(CompileError) {
    var free = NameSet()
    try analyze(top, Surroundings(), isTop: true, &free, nil)
  }

  /// What the scopes around one say.
  private struct Surroundings {
    /// Names bound in functions around.
    var bound = NameSet()
    /// Names declared global in functions around.
    var global = NameSet()
    var typeParameters = NameSet()
  }

  private struct State {
    var local = NameSet()
    var places: [NamePlace]
    var inlinedCells = NameSet()
  }

  private func analyze(
    _ scope: Scope, _ outer: consuming Surroundings, isTop: Bool, _ free: inout NameSet, _ classScope: Scope?
  ) throws(CompileError) {
    var state = State(places: [])
    var inner = Surroundings()
    // The names of a class are not visible in its functions, but those around it are.
    if scope.kind == .class {
      inner.global = outer.global
      inner.bound = outer.bound
    }
    state.places.reserveCapacity(scope.symbols.count)
    for index in 0..<scope.symbols.count {
      state.places.append(.unknown)
      try decide(scope, index, &state, &outer, isTop: isTop, &free, classScope)
    }
    if scope.kind == .class {
      inner.bound.insert(names.class)
      inner.bound.insert(names.classDict)
      if features.has(.annotateFunctions) { inner.bound.insert(names.conditionalAnnotations) }
    } else {
      inner.bound = outer.bound
      if scope.isFunctionLike { inner.bound.formUnion(state.local) }
      inner.global = outer.global
    }
    inner.typeParameters = outer.typeParameters
    var innerFree = NameSet()
    for child in scope.children { try analyze(child: child, of: scope, inner, &state, &innerFree, classScope) }
    scope.children = scope.children.flatMap { $0.isInlined ? $0.children : [$0] }
    if scope.isFunctionLike {
      makeCells(scope, &state, &innerFree)
    } else if scope.kind == .class {
      takeClassCells(scope, &innerFree)
    }
    store(scope, state, innerFree, outer.bound, isTop: isTop)
    free.formUnion(innerFree)
  }

  private func analyze(
    child: Scope, of scope: Scope, _ surroundings: Surroundings, _ state: inout State, _ free: inout NameSet, _ classScope: Scope?
  ) throws(CompileError) {
    let visible = child.canSeeClassScope ? (scope.kind == .class ? scope : classScope) : nil
    var childFree = NameSet()
    try analyze(child, surroundings, isTop: false, &childFree, visible)
    let isInlined =
      features.has(.inlinedComprehensions) && child.comprehension != .none && child.comprehension != .generator
      && !scope.canSeeClassScope
    if isInlined {
      inline(child, into: scope, &state, &childFree)
      child.isInlined = true
    }
    free.formUnion(childFree)
    if child.hasFree || child.childHasFree { scope.childHasFree = true }
  }

  // MARK: - One name

  private func decide(
    _ scope: Scope, _ index: Int, _ state: inout State, _ outer: inout Surroundings, isTop: Bool, _ free: inout NameSet,
    _ classScope: Scope?
  ) throws(CompileError) {
    let name = scope.symbols.name(index)
    let flags = scope.symbols.flags(index)
    if flags.contains(.global) {
      if flags.contains(.nonlocal) { throw .syntax("name '\(text(name))' is nonlocal and global", directive(scope, name)) }
      state.places[index] = .globalExplicit
      if !outer.global.contains(name) { outer.global.insert(name) }
      if outer.bound.contains(name) { outer.bound.remove(name) }
      return
    }
    if flags.contains(.nonlocal) {
      if isTop { throw .syntax("nonlocal declaration not allowed at module level", directive(scope, name)) }
      if !outer.bound.contains(name) { throw .syntax("no binding for nonlocal '\(text(name))' found", directive(scope, name)) }
      if outer.typeParameters.contains(name) {
        throw .syntax("nonlocal binding not allowed for type parameter '\(text(name))'", directive(scope, name))
      }
      state.places[index] = .free
      scope.hasFree = true
      free.insert(name)
      return
    }
    if !flags.isDisjoint(with: .bound) {
      state.places[index] = .local
      if !isTop { state.local.insert(name) }
      if outer.global.contains(name) { outer.global.remove(name) }
      if flags.contains(.typeParameter) {
        outer.typeParameters.insert(name)
      } else if outer.typeParameters.contains(name) {
        outer.typeParameters.remove(name)
      }
      return
    }
    state.places[index] = reference(scope, name, outer, &free, classScope)
  }

  /// Where a name lives that the scope only reads.
  private func reference(
    _ scope: Scope, _ name: UInt32, _ outer: Surroundings, _ free: inout NameSet, _ classScope: Scope?
  ) -> NamePlace {
    if let classScope {
      let flags = classScope.symbols[name]
      if flags.contains(.global) { return .globalExplicit }
      // The class's own binding hides those of functions around it.
      if !flags.isDisjoint(with: .bound), !flags.contains(.nonlocal) { return .globalImplicit }
    }
    if outer.bound.contains(name) {
      scope.hasFree = true
      free.insert(name)
      return .free
    }
    if outer.global.contains(name) { return .globalImplicit }
    if scope.isNested { scope.hasFree = true }
    return .globalImplicit
  }

  private func directive(_ scope: Scope, _ name: UInt32) -> Span {
    scope.directives.first { $0.name == name }?.span ?? scope.span
  }

  private func text(_ name: UInt32) -> String { tree.string(of: Identifier(raw: name)) }

  // MARK: - Cells

  private func makeCells(_ scope: Scope, _ state: inout State, _ free: inout NameSet) {
    if free.isEmpty, state.inlinedCells.isEmpty { return }
    for index in 0..<scope.symbols.count where state.places[index] == .local {
      let name = scope.symbols.name(index)
      guard free.contains(name) || state.inlinedCells.contains(name) else { continue }
      state.places[index] = .cell
      free.remove(name)
    }
  }

  private func takeClassCells(_ scope: Scope, _ free: inout NameSet) {
    if free.remove(names.class) { scope.needsClassClosure = true }
    if free.remove(names.classDict) { scope.needsClassDict = true }
    if features.has(.annotateFunctions), free.remove(names.conditionalAnnotations) { scope.hasConditionalAnnotations = true }
  }

  private func store(_ scope: Scope, _ state: State, _ free: NameSet, _ bound: NameSet, isTop: Bool) {
    for index in 0..<scope.symbols.count {
      var flags = scope.symbols.flags(index)
      if state.inlinedCells.contains(scope.symbols.name(index)) { flags.insert(.cellOfComprehension) }
      scope.symbols.setFlags(index, flags.at(state.places[index]))
    }
    guard !free.isEmpty else { return }
    for name in free.sorted() {
      let flags = scope.symbols[name]
      if scope.symbols.names.contains(name) {
        if scope.kind == .class { scope.symbols[name] = flags.union(.freeInClass) }
      } else if isTop || bound.contains(name) {
        scope.symbols[name] = SymbolFlags().at(.free)
      }
    }
  }

  // MARK: - Inlining

  /// Takes the names of an inlined comprehension into the scope that it stands in.
  private func inline(_ comprehension: Scope, into scope: Scope, _ state: inout State, _ free: inout NameSet) {
    for index in 0..<comprehension.symbols.count {
      let name = comprehension.symbols.name(index)
      let flags = comprehension.symbols.flags(index)
      if flags.contains(.parameter) || flags.rawValue == 0 { continue }
      var place = flags.place
      if place == .cell || flags.contains(.cellOfComprehension) { state.inlinedCells.insert(name) }
      if place == .free, scope.kind == .class, isOfClass(name) {
        // It is of the class that is being made, and does not exist in its body.
        place = .globalImplicit
        if !features.has(.annotateFunctions) || !isFreeInChild(of: comprehension, name) { free.remove(name) }
        comprehension.symbols.setFlags(index, [])
      }
      if !scope.symbols.names.contains(name) {
        scope.symbols[name] = flags.withoutPlace
        state.places.append(place)
      } else if !scope.symbols[name].isDisjoint(with: .bound), scope.kind != .class, !isFreeInChild(of: comprehension, name) {
        // What was free in the comprehension is now simply local.
        free.remove(name)
      }
    }
  }

  /// Whether a name means something that a class gives to its functions only.
  private func isOfClass(_ name: UInt32) -> Bool {
    if name == names.class { return true }
    return features.has(.annotateFunctions) && (name == names.classDict || name == names.conditionalAnnotations)
  }

  private func isFreeInChild(of scope: Scope, _ name: UInt32) -> Bool { scope.children.contains { $0.place(of: name) == .free } }
}
