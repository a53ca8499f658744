import Glibc
import Synchronization

/// Which native thread is in an interpreter, and how many calls deep.
final class Owner: Sendable {
  private let state = Mutex<(thread: UInt, depth: Int)>((0, 0))

  /// False if another thread is in the interpreter.
  func take() -> Bool {
    let me = UInt(pthread_self())
    return state.withLock { state in
      if state.depth > 0 && state.thread != me { return false }
      state = (me, state.depth + 1)
      return true
    }
  }

  func release() { state.withLock { $0.depth -= 1 } }
}
