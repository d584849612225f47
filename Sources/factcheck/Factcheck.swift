import ArgumentParser
import FactcheckKit

@main
struct Factcheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factcheck", abstract: "Do these articles contradict each other?", version: factcheckVersion)
}
