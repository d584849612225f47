import Synchronization
import Testing

@testable import FactcheckKit

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 7, 500])
  func resultsKeepTheOrderOfTheItems(_ jobs: Int) async {
    let results = await parallelMap(count: 300, jobs: jobs, state: { 0 }) { seen, index in
      seen += 1
      return index * index
    }
    #expect(results == (0..<300).map { $0 * $0 })
  }

  @Test func nothingGivesNothing() async {
    #expect(await parallelMap(count: 0, jobs: 4, state: { () }) { _, index in index }.isEmpty)
  }

  @Test func stateIsMadeOnceATask() async {
    let made = Atomic(0)
    _ = await parallelMap(
      count: 100, jobs: 3, state: { made.wrappingAdd(1, ordering: .relaxed) }, { _, index in index })
    let count = made.load(ordering: .relaxed)
    #expect((1...3).contains(count))
  }
}

/// Numbers up to a limit, that counts how many are under way.
private struct Numbers: PieceSource {
  var limit: Int
  var taken = 0
  /// Pauses before these.
  var pauses: Set<Int> = []
  let underWay: Log

  final class Log: Sendable {
    let state = Mutex((now: 0, most: 0, atPauses: [Int]()))
  }

  var mayBlock: Bool { pauses.contains(taken) }

  mutating func next() -> Int? {
    guard taken < limit else { return nil }
    let isPause = mayBlock
    underWay.state.withLock {
      if isPause { $0.atPauses.append($0.now) }
      $0.now += 1
      $0.most = max($0.most, $0.now)
    }
    defer { taken += 1 }
    return taken
  }
}

@Suite struct OrderedPipelineTests {
  @Test(arguments: [1, 2, 7])
  func deliversInOrderAndHoldsFew(_ jobs: Int) async {
    var numbers = Numbers(limit: 400, pauses: [50, 51, 399], underWay: .init())
    let underWay = numbers.underWay
    var delivered: [Int] = []
    await orderedPipeline(
      jobs: jobs, input: &numbers,
      work: { number in
        // Pieces of very unequal size finish out of order.
        var sum = 0
        for i in 0..<(number % 13 == 0 ? 20_000 : 10) { sum &+= i }
        return sum == -1 ? -1 : number
      },
      deliver: { number in
        delivered.append(number)
        underWay.state.withLock { $0.now -= 1 }
        return true
      })
    #expect(delivered == Array(0..<400))
    underWay.state.withLock {
      // One is taken ahead.
      #expect($0.most <= 2 * jobs + 1)
      // Before waiting for input, all that came in has gone out.
      #expect($0.atPauses == [0, 0, 0])
    }
  }

  @Test(arguments: [1, 2])
  func worksOnNoMoreThanItMay(_ jobs: Int) async {
    var numbers = Numbers(limit: 200, underWay: .init())
    let running = Mutex((now: 0, most: 0))
    await orderedPipeline(
      jobs: jobs, input: &numbers,
      work: { number in
        running.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        var sum = 0
        for i in 0..<2000 { sum &+= i }
        running.withLock { $0.now -= 1 }
        return sum == -1 ? -1 : number
      }, deliver: { _ in true })
    #expect(running.withLock { $0.most } <= jobs)
  }

  @Test func stopsWhenNobodyWantsMore() async {
    var numbers = Numbers(limit: 1_000_000, underWay: .init())
    var delivered = 0
    await orderedPipeline(
      jobs: 2, input: &numbers, work: { $0 },
      deliver: { _ in
        delivered += 1
        return delivered < 10
      })
    #expect(delivered == 10)
    #expect(numbers.taken < 100)
  }
}
