// Stands in for Startup until the builtins and sys modules have theirs; delete this file then (and Builtins/zz_BuildClassAccess.swift).
import Runtime
import Builtins
import Glibc
public enum Startup {
  static let functions: [NativeFunctionSpec] = [
    .init("print(*args)", "", binding: .function) { t, a throws(Raised) in
      let s = a[0].unchecked(as: TupleObject.self).slots
      for i in 0..<s.count { if i > 0 { put(" ", "out") }; put(t.lossyString(try t.str(of: s[i])), "out") }
      put("\n", "out")
      return .none
    },
    .init("isinstance(a, b, /)", "", binding: .function) { t, a throws(Raised) in Value(try t.isInstance(a[0], ofClassInfo: a[1])) },
    .init("len(a, /)", "", binding: .function) { t, a throws(Raised) in try t.int(try t.length(a[0])) },
    .init("repr(a, /)", "", binding: .function) { t, a throws(Raised) in try t.repr(a[0]) },
    .init("next(a, /)", "", binding: .function) { t, a throws(Raised) in let v = try t.next(a[0]); if v.isNull { throw t.stopIteration(.none) }; return v },
    .init("iter(a, /)", "", binding: .function) { t, a throws(Raised) in try t.iterator(of: a[0]) },
  ]
  public static func install(_ t: Thread, arguments: [String], path: [String]) throws(Raised) {
    let m = try t.makeModule(t.name(.builtins))
    try t.addFunctions(functions, to: m)
    try t.addFunctions([BuildClassAccess.spec], to: m)
    let ty = t.types
    let n = MemoryLayout<BuiltinTypes>.size / 8
    let base = UnsafeRawPointer(ty.pointer).assumingMemoryBound(to: Ref<TypeObject>.self)
    for i in 0..<n where !base[i].isNone { try t.dictSet(m.dict, base[i].name, Value(base[i])) }
    t.interpreter.builtins = m.dict
    t.interpreter.sysDict = try t.dict()
    try t.dictSet(t.interpreter.modules, t.name(.builtins), Value(m))
  }
  public static func finish(_ t: Thread, raised: Bool) -> Int32 {
    if raised {
      let e = t.takeException()
      var tb = e.unchecked(as: ExceptionObject.self).traceback
      while tb.isKind(.traceback) {
        let o: Ref<TracebackObject> = tb.unchecked()
        put("  line \(o.line) in \(t.lossyString(o.code.qualifiedName))\n", "err")
        tb = o.next
      }
      do throws(Raised) { put("\(t.lossyString(t.typeOf(e).name)): \(t.lossyString(try t.str(of: e)))\n", "err") } catch {}
    }
    return raised ? 1 : 0
  }
}

func put(_ s: String, _ w: String) { let b = Array(s.utf8); _ = b.withUnsafeBytes { write(w == "out" ? 1 : 2, $0.baseAddress, $0.count) } }
