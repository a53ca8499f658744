import Bytecode

/// Loads of variables that need not count a reference (3.14; CPython: `optimize_load_fast`).
extension FlowGraph {
  func borrowLoads() {
  }
}
