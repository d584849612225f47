import Synchronization

/// How far a long run is, in one line at the bottom of a terminal. Shows nothing where standard error is none, and
/// nothing in the first moments, in which most runs end.
final class ProgressLine: Sendable {
  private struct State {
    var next: ContinuousClock.Instant
    var isShown = false
  }

  private static let delay = Duration.milliseconds(300)
  private static let pause = Duration.milliseconds(100)

  private let isOn = Terminal.isTerminal(.error)
  private let state = Mutex(State(next: .now + ProgressLine.delay))

  /// From any thread.
  func show(done: Int, of total: Int) {
    guard isOn else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.next else { return }
      state.next = now + Self.pause
      state.isShown = true
      Output.error.write("\r\u{1B}[Kreading articles: \(done) of \(total)")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown { Output.error.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
