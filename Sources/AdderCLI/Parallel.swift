import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes a result for each number below `count`, on all processors if there are enough of them, and hands the results over in order.
///
/// The calling thread makes results too, so that threads hardly wait for each other.
///
/// - Parameters:
///   - make: Makes the result of a number, on whatever thread.
///   - take: Gets the results in the order of their numbers, on the calling thread, soon after they are there. When it throws, the rest
///     is not made.
func inParallel<Result: Sendable>(
  _ count: Int, make: @escaping @Sendable (Int) -> Result, take: (Result) throws -> Void
) rethrows {
  let workers = min(processorCount, count / 4)
  guard workers > 1 else { return try (0..<count).forEach { try take(make($0)) } }
  let board = Board<Result>(count: count)
  let threads = (1..<workers).compactMap { _ in Thread { board.work(make) } }
  defer {
    board.stop()
    for thread in threads { thread.join() }
  }
  for number in 0..<count { try take(board.result(number, make)) }
}

/// What threads share: which number comes next, and the results that have not been taken.
///
/// Sendable because everything that changes is touched with the mutex held only.
private final class Board<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  private var next = 0
  private var taken = 0
  private var results: [Int: Result] = [:]
  /// The number whose result is waited for.
  private var awaited: Int?
  /// Whether threads wait for room.
  private var isFull = false
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled when there is the result that is waited for, or room for more where that is.
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// The most results that wait to be taken: each may be large.
  private static var window: Int { 256 }

  init(count: Int) {
    self.count = count
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Makes results until there are no more numbers.
  func work(_ make: (Int) -> Result) {
    while let number = takeNumber() { put(make(number), number) }
  }

  private func put(_ result: Result, _ number: Int) {
    locked {
      results[number] = result
      if awaited == number { pthread_cond_broadcast(changed) }
    }
  }

  private func takeNumber() -> Int? {
    locked {
      while next < count, next >= taken + Self.window {
        isFull = true
        pthread_cond_wait(changed, mutex)
      }
      return takeNext()
    }
  }

  /// To be called with the mutex held.
  private func takeNext() -> Int? {
    guard next < count else { return nil }
    next += 1
    return next - 1
  }

  /// The result of a number, once it is there; as long as it is not, others are made. To be called for each number in order.
  func result(_ number: Int, _ make: (Int) -> Result) -> Result {
    while true {
      switch locked({ ready(number) }) {
      case .result(let result): return result
      case .work(let other): put(make(other), other)
      }
    }
  }

  private enum Ready {
    case result(Result)
    /// Nothing yet; the result of this number is to be made.
    case work(Int)
  }

  /// To be called with the mutex held.
  private func ready(_ number: Int) -> Ready {
    while true {
      if let result = results.removeValue(forKey: number) {
        taken = number + 1
        awaited = nil
        if isFull {
          isFull = false
          pthread_cond_broadcast(changed)
        }
        return .result(result)
      }
      if next < taken + Self.window, let other = takeNext() { return .work(other) }
      awaited = number
      pthread_cond_wait(changed, mutex)
    }
  }

  func stop() {
    locked {
      next = count
      pthread_cond_broadcast(changed)
    }
  }
}

/// A thread with a stack like the main one's.
private struct Thread {
  private let handle: pthread_t

  /// Nil if there can be no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 8 << 20)
    let box = Unmanaged.passRetained(Body(body))
    #if canImport(Glibc)
      var handle = pthread_t()
      let status = pthread_create(
        &handle, &attributes,
        { argument in
          if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }, box.toOpaque())
    #else
      var made: pthread_t?
      let status = pthread_create(
        &made, &attributes,
        { argument in
          Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
      guard let handle = made else { return nil }
    #endif
    guard status == 0 else {
      box.release()
      return nil
    }
    self.handle = handle
  }

  func join() { pthread_join(handle, nil) }

  private final class Body: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
