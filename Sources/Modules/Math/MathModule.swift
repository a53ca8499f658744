import Glibc
import Runtime

/// The module `math`.
enum MathModule {
  static let module = ModuleSpec(
    "math", doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions: elementary + representation + numberTheory + sums
  ) { t, module throws(Raised) in
    try t.addConstant(module, "pi", Value(nonNaN: Double.pi))
    try t.addConstant(module, "e", Value(nonNaN: 2.718281828459045))
    try t.addConstant(module, "tau", Value(nonNaN: 6.283185307179586))
    try t.addConstant(module, "inf", Value(nonNaN: .infinity))
    try t.addConstant(module, "nan", try t.float(.nan))
  }
}
