import Foundation

/// Checks a log against what SARIF 2.1.0 asks of the objects that we write: which properties they may and must have, the
/// values of enumerations, and that all references inside the log lead somewhere.
struct SARIFValidator {
  typealias Object = [String: Any]
  private(set) var faults: [String] = []
  private(set) var runs: [Object] = []

  /// Property names of each object (section 3), those that must be there first.
  private static let shapes: [String: (required: [String], optional: [String])] = [
    "sarifLog": (["version", "runs"], ["$schema", "inlineExternalProperties", "properties"]),
    "run": (
      ["tool", "results"],
      [
        "invocations", "language", "originalUriBaseIds", "artifacts", "columnKind", "defaultEncoding",
        "newlineSequences", "automationDetails", "baselineGuid", "taxonomies", "properties",
      ]
    ),
    "tool": (["driver"], ["extensions", "properties"]),
    "toolComponent": (
      ["name"], ["version", "semanticVersion", "informationUri", "rules", "notifications", "language", "properties"]
    ),
    "reportingDescriptor": (
      ["id"],
      [
        "name", "shortDescription", "fullDescription", "help", "helpUri", "defaultConfiguration", "messageStrings",
        "properties",
      ]
    ),
    "reportingConfiguration": ([], ["enabled", "level", "rank", "parameters", "properties"]),
    "multiformatMessageString": (["text"], ["markdown", "properties"]),
    "message": (["text"], ["markdown", "id", "arguments", "properties"]),
    "invocation": (
      ["executionSuccessful"], ["toolExecutionNotifications", "toolConfigurationNotifications", "properties"]
    ),
    "notification": (["message"], ["level", "locations", "descriptor", "associatedRule", "properties"]),
    "artifact": (["location"], ["description", "roles", "mimeType", "encoding", "properties"]),
    "artifactLocation": ([], ["uri", "uriBaseId", "index", "description", "properties"]),
    "result": (
      ["message", "ruleId", "ruleIndex"],
      [
        "kind", "level", "locations", "relatedLocations", "fingerprints", "partialFingerprints", "baselineState",
        "suppressions", "rank", "properties",
      ]
    ),
    "location": ([], ["id", "physicalLocation", "message", "properties"]),
    "physicalLocation": (["artifactLocation"], ["region", "contextRegion", "properties"]),
    "region": (["startLine"], ["startColumn", "endLine", "endColumn", "snippet", "properties"]),
    "artifactContent": ([], ["text", "rendered", "properties"]),
    "suppression": (["kind"], ["status", "justification", "location", "guid", "properties"]),
  ]

  private static let values: [String: Set<String>] = [
    "kind": ["notApplicable", "pass", "fail", "review", "open", "informational"],
    "level": ["none", "note", "warning", "error"],
    "baselineState": ["new", "unchanged", "updated", "absent"],
    "suppression": ["inSource", "external"], "status": ["accepted", "underReview", "rejected"],
    "columnKind": ["utf16CodeUnits", "unicodeCodePoints"], "role": ["analysisTarget"],
  ]

  init(_ bytes: [UInt8]) throws {
    guard let log = try JSONSerialization.jsonObject(with: Data(bytes)) as? Object else {
      faults.append("no object")
      return
    }
    shape(log, "sarifLog")
    expect(log["version"] as? String == "2.1.0", "version")
    runs = log["runs"] as? [Object] ?? []
    expect(runs.count == 1, "one run")
    for run in runs { check(run: run) }
  }

  private mutating func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
    if !holds { faults.append(what()) }
  }

  private mutating func shape(_ object: Object, _ name: String) {
    guard let shape = Self.shapes[name] else { return faults.append("unknown object \(name)") }
    for key in shape.required { expect(object[key] != nil, "\(name) has no \(key)") }
    for key in object.keys {
      expect(shape.required.contains(key) || shape.optional.contains(key), "\(name) may not have \(key)")
    }
    expect(!object.values.contains { $0 is NSNull }, "\(name) holds a null")
  }

  private mutating func value(_ value: Any?, of name: String) {
    guard let value else { return }
    let isKnown = (value as? String).map { Self.values[name]?.contains($0) == true } ?? false
    expect(isKnown, "\(name) is \(value)")
  }

  private mutating func text(_ value: Any?, _ name: String) {
    guard let object = value as? Object else { return }
    shape(object, name)
    for key in ["text", "markdown"] {
      guard let text = object[key] as? String else { continue }
      expect(!text.isEmpty, "\(name) is empty")
      let braces = text.replacing("{{", with: "").replacing("}}", with: "")
      expect(!braces.contains("{") && !braces.contains("}"), "a single brace in ‘\(text)’")
    }
  }

  // MARK: - The parts

  private mutating func check(run: Object) {
    shape(run, "run")
    value(run["columnKind"], of: "columnKind")
    let tool = run["tool"] as? Object ?? [:]
    shape(tool, "tool")
    let driver = tool["driver"] as? Object ?? [:]
    shape(driver, "toolComponent")
    let rules = driver["rules"] as? [Object] ?? []
    for rule in rules {
      shape(rule, "reportingDescriptor")
      for key in ["shortDescription", "fullDescription", "help"] { text(rule[key], "multiformatMessageString") }
      if let configuration = rule["defaultConfiguration"] as? Object {
        shape(configuration, "reportingConfiguration")
        value(configuration["level"], of: "level")
      }
    }
    let artifacts = run["artifacts"] as? [Object] ?? []
    for (number, artifact) in artifacts.enumerated() {
      shape(artifact, "artifact")
      for role in artifact["roles"] as? [Any] ?? [] { value(role, of: "role") }
      let location = artifact["location"] as? Object ?? [:]
      expect(location["index"] as? Int == number, "artifact \(number) has another index")
      check(artifactLocation: location, run)
    }
    for invocation in run["invocations"] as? [Object] ?? [] {
      shape(invocation, "invocation")
      for notification in invocation["toolExecutionNotifications"] as? [Object] ?? [] {
        shape(notification, "notification")
        text(notification["message"], "message")
        value(notification["level"], of: "level")
        for location in notification["locations"] as? [Object] ?? [] { check(location: location, run) }
      }
    }
    let results = run["results"] as? [Object] ?? []
    for result in results { check(result: result, rules, run) }
    for key in ["suppressions", "baselineState"] {
      let count = results.count { $0[key] != nil }
      expect(count == 0 || count == results.count, "\(key): all results or none")
    }
  }

  private mutating func check(result: Object, _ rules: [Object], _ run: Object) {
    shape(result, "result")
    text(result["message"], "message")
    value(result["kind"], of: "kind")
    value(result["level"], of: "level")
    value(result["baselineState"], of: "baselineState")
    if result["kind"] as? String != "fail" { expect(result["level"] as? String == "none", "level of no failure") }
    let number = result["ruleIndex"] as? Int ?? -1
    expect(
      rules.indices.contains(number) && rules[number]["id"] as? String == result["ruleId"] as? String,
      "ruleIndex \(number) is another rule")
    let locations = result["locations"] as? [Object] ?? []
    let related = result["relatedLocations"] as? [Object] ?? []
    expect(locations.count == 1, "\(locations.count) locations")
    expect(locations.count + related.count <= 1000, "too many locations")
    for location in locations + related { check(location: location, run) }
    let ids = related.compactMap { $0["id"] as? Int }
    expect(Set(ids).count == ids.count, "ids of locations are unique")
    let message = (result["message"] as? Object)?["text"] as? String ?? ""
    for target in Self.links(message) {
      expect(Int(target).map(ids.contains) == true, "a link to ‘\(target)’, which is no location")
    }
    for suppression in result["suppressions"] as? [Object] ?? [] {
      shape(suppression, "suppression")
      value(suppression["kind"], of: "suppression")
      value(suppression["status"], of: "status")
    }
    for key in ["fingerprints", "partialFingerprints"] {
      let prints = result[key] as? [String: String]
      expect(prints?.isEmpty == false, "\(key) are strings")
    }
  }

  private mutating func check(location: Object, _ run: Object) {
    shape(location, "location")
    text(location["message"], "message")
    guard let physical = location["physicalLocation"] as? Object else { return }
    shape(physical, "physicalLocation")
    check(artifactLocation: physical["artifactLocation"] as? Object ?? [:], run)
    guard let region = physical["region"] as? Object else { return }
    shape(region, "region")
    for key in ["startLine", "startColumn", "endLine", "endColumn"] where region[key] != nil {
      expect((region[key] as? Int ?? 0) > 0, "\(key) counts from 1")
    }
    let start = (region["startLine"] as? Int ?? 1, region["startColumn"] as? Int ?? 1)
    if let column = region["endColumn"] as? Int {
      expect(start <= (region["endLine"] as? Int ?? start.0, column), "a region ends before it begins")
    }
    if let snippet = region["snippet"] as? Object { shape(snippet, "artifactContent") }
  }

  private mutating func check(artifactLocation: Object, _ run: Object) {
    shape(artifactLocation, "artifactLocation")
    let uri = artifactLocation["uri"] as? String ?? ""
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%".unicodeScalars)
    let path = uri.hasPrefix("file:///") ? String(uri.dropFirst(7)) : uri
    expect(!path.isEmpty && path.unicodeScalars.allSatisfy(allowed.contains), "‘\(uri)’ is no URI")
    expect(path.removingPercentEncoding != nil, "‘\(uri)’ has a broken escape")
    if let base = artifactLocation["uriBaseId"] as? String {
      expect(!uri.hasPrefix("file:") && !uri.hasPrefix("/"), "‘\(uri)’ is absolute")
      expect((run["originalUriBaseIds"] as? Object)?[base] != nil, "no base \(base)")
    }
    if let number = artifactLocation["index"] as? Int {
      let artifacts = run["artifacts"] as? [Object] ?? []
      let target = artifacts.indices.contains(number) ? artifacts[number]["location"] as? Object : nil
      expect(target?["uri"] as? String == uri, "index \(number) is another artifact")
    }
  }

  /// The destinations of `[text](destination)` where neither bracket is escaped (3.11.6).
  private static func links(_ text: String) -> [String] {
    text.matches(of: #/\\.|\[(?:[^\[\]\\]|\\.)*\]\((.*?)\)/#).compactMap { $0.output.1.map(String.init) }
  }
}
