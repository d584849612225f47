import Testing

@testable import FactcheckKit
