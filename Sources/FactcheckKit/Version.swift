/// The version of the program, as `factcheck --version` and the reports give it.
public let factcheckVersion = "0.1.0"
