import Glibc
import Runtime

extension Thread {
  /// A variable of the environment; nil if there is none, or if the program may not see them.
  func environmentVariable(_ name: String) -> String? {
    guard !self.interpreter.hidesEnvironment, let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
