/// Takes pieces of a stream, works on up to `jobs` of them at once, and delivers the results in the order of the pieces.
/// Bounded: a piece is taken only when few are under way, however long the stream is.
///
/// `take` and `deliver` are called from the caller's own task, one at a time.
///
/// - Parameters:
///   - take: the next piece, nil at the end. May block.
///   - mayBlock: whether `take` would have to wait. All that was taken is then delivered first, so that a partner who
///     waits for an answer before it writes more gets one.
///   - deliver: returns false when nobody wants more.
func orderedPipeline<Piece: Sendable, Result: Sendable, Failure: Error>(
  jobs: Int, isolation: isolated (any Actor)? = #isolation, take: () throws(Failure) -> Piece?, mayBlock: () -> Bool,
  work: @escaping @Sendable (Piece) -> Result, deliver: (Result) throws(Failure) -> Bool
) async throws(Failure) {
  // Enough that no worker waits for another's slow piece for long.
  let most = max(1, jobs) * 2
  let failure: Failure? = await withTaskGroup(of: (Int, Result).self, isolation: isolation) { group in
    var waiting: [Int: Result] = [:]
    var taken = 0
    var delivered = 0
    var isWanted = true

    /// Waits until no more than so many pieces are under way.
    func settle(to remaining: Int) async throws(Failure) {
      while isWanted, taken - delivered > remaining, let (index, result) = await group.next() {
        waiting[index] = result
        while isWanted, let result = waiting.removeValue(forKey: delivered) {
          delivered += 1
          isWanted = try deliver(result)
        }
      }
    }

    do throws(Failure) {
      while isWanted {
        try await settle(to: mayBlock() ? 0 : most - 1)
        guard isWanted, let piece = try take() else { break }
        let index = taken
        taken += 1
        group.addTask { (index, work(piece)) }
      }
      try await settle(to: 0)
      return nil
    } catch {
      return error
    }
  }
  if let failure { throw failure }
}
