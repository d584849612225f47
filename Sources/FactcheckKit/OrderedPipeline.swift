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
  // Enough that no worker waits for long while another has a slow piece.
  let most = max(1, jobs) * 2
  await withTaskGroup(of: (Int, Result).self, isolation: isolation) { group in
    var waiting: [Int: Result] = [:]
    var taken = 0
    var delivered = 0
    var isWanted = true

    /// Waits until no more than so many pieces are under way.
    func settle(to remaining: Int) async {
      while isWanted, taken - delivered > remaining, let (index, result) = await group.next() {
        waiting[index] = result
        while isWanted, let result = waiting.removeValue(forKey: delivered) {
          delivered += 1
          isWanted = deliver(result)
        }
      }
    }

    while isWanted {
      await settle(to: input.mayBlock ? 0 : most - 1)
      guard isWanted, let piece = input.next() else { break }
      let index = taken
      taken += 1
      group.addTask { (index, work(piece)) }
    }
    await settle(to: 0)
  }
}
