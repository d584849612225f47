import Synchronization

/// Does the same to 0, 1 … `count - 1`, up to `jobs` at a time, and returns the results in that order: they do not
/// depend on `jobs`.
///
/// - Parameters:
///   - state: what one task needs for itself and keeps from item to item, such as buffers; made once a task.
func parallelMap<State, Result: Sendable>(
  count: Int, jobs: Int, state: @escaping @Sendable () -> State,
  _ body: @escaping @Sendable (inout State, Int) -> Result
) async -> [Result] {
  let next = Counter()
  var results = [Result?](repeating: nil, count: count)
  await withTaskGroup(of: [(index: Int, result: Result)].self) { group in
    for _ in 0..<min(max(1, jobs), count) {
      group.addTask {
        var own = state()
        var done: [(index: Int, result: Result)] = []
        while let index = next.take(below: count) { done.append((index, body(&own, index))) }
        return done
      }
    }
    for await done in group {
      for (index, result) in done { results[index] = result }
    }
  }
  return results.compactMap { $0 }
}

/// Hands out numbers to whichever task asks first.
final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }

  func take(below limit: Int) -> Int? {
    let taken = next()
    return taken < limit ? taken : nil
  }
}
