import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Work that a thread of its own does while the caller goes on.
///
/// No task: languages are built in the middle of synchronous work, on the few threads that tasks have, and to wait for a
/// task there could be to wait for oneself.
final class SideWork<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)
  private let work: @Sendable () -> Result
  private let thread = Mutex<SideThread?>(nil)

  init(_ work: @escaping @Sendable () -> Result) {
    self.work = work
    thread.withLock { $0 = SideThread { [self] in finish() } }
  }

  private func finish() {
    let done = work()
    result.withLock { $0 = done }
  }

  /// What the work yields, when it has been done; done here and now where there was no thread to be had.
  func wait() -> Result {
    thread.withLock {
      $0?.join()
      $0 = nil
    }
    return result.withLock { $0 } ?? work()
  }
}

private struct SideThread: @unchecked Sendable {
  // Unchecked: a thread's handle may be passed about, and is joined once.
  private let handle: pthread_t

  /// Nil where the system has no thread to give.
  init?(_ body: @escaping @Sendable () -> Void) {
    final class Body: Sendable {
      let run: @Sendable () -> Void
      init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    let argument = Unmanaged.passRetained(Body(body)).toOpaque()
    #if canImport(Glibc)
      var handle = pthread_t()
      let failure = pthread_create(
        &handle, nil,
        {
          if let body = $0 { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
          return nil
        }, argument)
      guard failure == 0 else {
        Unmanaged<Body>.fromOpaque(argument).release()
        return nil
      }
      self.handle = handle
    #else
      var handle: pthread_t?
      let failure = pthread_create(
        &handle, nil,
        {
          Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
          return nil
        }, argument)
      guard failure == 0, let handle else {
        Unmanaged<Body>.fromOpaque(argument).release()
        return nil
      }
      self.handle = handle
    #endif
  }

  func join() { pthread_join(handle, nil) }
}
