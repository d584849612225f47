/// A stream in pieces.
protocol PieceSource {
  associatedtype Piece: Sendable
  /// Whether ``next()`` would have to wait.
  var mayBlock: Bool { get }
  /// The next piece, nil at the end.
  mutating func next() -> Piece?
}

/// Takes pieces of a stream, works on up to `jobs` of them at once, and delivers the results in the order of the pieces.
/// Bounded: a piece is taken only when few are under way, however long the stream is.
///
/// Before `input` has to wait, all that was taken is delivered, so that a partner who waits for an answer before it
/// writes more gets one. `input` and `deliver` are used from the caller's own task, one at a time.
///
/// - Parameter deliver: returns false when nobody wants more.
func orderedPipeline<Input: PieceSource, Result: Sendable>(
  jobs: Int, isolation: isolated (any Actor)? = #isolation, input: inout Input,
  work: @escaping @Sendable (Input.Piece) -> Result, deliver: (Result) -> Bool
) async {
  let jobs = max(1, jobs)
  await withTaskGroup(of: (Int, Result).self, isolation: isolation) { group in
    var waiting: [Int: Result] = [:]
    var started = 0
    var delivered = 0
    var isWanted = true

    /// Waits until fewer than `running` pieces are worked on, and fewer than `held` are not yet delivered.
    func settle(running: Int, held: Int) async {
      while isWanted, started - delivered - waiting.count >= running || started - delivered >= held,
        let (index, result) = await group.next()
      {
        waiting[index] = result
        while isWanted, let result = waiting.removeValue(forKey: delivered) {
          delivered += 1
          isWanted = deliver(result)
        }
      }
    }

    while isWanted {
      if input.mayBlock { await settle(running: 1, held: 1) }
      // Taken before a worker is free, so that it need not wait for the reading.
      guard isWanted, let piece = input.next() else { break }
      // As many again may wait for a slow one before them.
      await settle(running: jobs, held: 2 * jobs)
      guard isWanted else { break }
      let index = started
      started += 1
      group.addTask { (index, work(piece)) }
    }
    await settle(running: 1, held: 1)
  }
}
