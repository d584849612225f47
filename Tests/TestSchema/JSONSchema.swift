import Foundation

/// A JSON value that knows truth from one.
public indirect enum JSONTree: Decodable, Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  public init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes)) }

  public subscript(_ key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  public var members: [String: JSONTree] { if case .object(let members) = self { members } else { [:] } }
  public var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }
  public var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The name that JSON Schema has for its type.
  public var type: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// As much of JSON Schema (draft 2020-12) as the published schemas use. A keyword that it does not know is an error:
/// a check that is not made is not passed either.
public struct JSONSchema: Sendable {
  public struct UnknownKeyword: Error { var keyword: String }

  public let root: JSONTree

  public init(root: JSONTree) { self.root = root }

  /// What is wrong with a value: a line each, with its place; none where it is valid.
  public func faults(_ value: JSONTree) throws -> [String] { try faults(value, root, at: "$") }

  private func faults(_ value: JSONTree, _ schema: JSONTree, at place: String) throws -> [String] {
    if case .bool(let allows) = schema { return allows ? [] : ["\(place): nothing may stand here"] }
    var found: [String] = []
    for (keyword, argument) in schema.members {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "examples", "default": break
      case "$ref": found += try faults(value, resolve(argument), at: place)
      case "type":
        let types = argument.text.map { [$0] } ?? argument.elements.compactMap(\.text)
        if !types.contains(where: { isOf(value, $0) }) { found.append("\(place): \(value.type), not \(types)") }
      case "const": if value != argument { found.append("\(place): not \(argument)") }
      case "enum": if !argument.elements.contains(value) { found.append("\(place): not one of \(argument.elements)") }
      case "minimum":
        if case .number(let number) = value, case .number(let least) = argument, number < least {
          found.append("\(place): \(number) < \(least)")
        }
      case "pattern":
        if let text = value.text, let pattern = argument.text, try Regex(pattern).firstMatch(in: text) == nil {
          found.append("\(place): ‘\(text)’ does not match")
        }
      case "items":
        for (number, element) in value.elements.enumerated() {
          found += try faults(element, argument, at: "\(place)[\(number)]")
        }
      case "minItems":
        if case .array(let elements) = value, case .number(let least) = argument, elements.count < Int(least) {
          found.append("\(place): \(elements.count) elements")
        }
      case "properties":
        for (key, member) in value.members {
          if let schema = argument[key] { found += try faults(member, schema, at: "\(place).\(key)") }
        }
      case "required":
        guard case .object(let members) = value else { break }
        for key in argument.elements.compactMap(\.text) where members[key] == nil {
          found.append("\(place): ‘\(key)’ is missing")
        }
      case "dependentRequired":
        for (key, others) in argument.members where value[key] != nil {
          for other in others.elements.compactMap(\.text) where value[other] == nil {
            found.append("\(place): ‘\(key)’ without ‘\(other)’")
          }
        }
      case "maxItems":
        if case .array(let elements) = value, case .number(let most) = argument, elements.count > Int(most) {
          found.append("\(place): \(elements.count) elements")
        }
      case "uniqueItems":
        if argument == .bool(true), Set(value.elements).count < value.elements.count {
          found.append("\(place): an element stands twice")
        }
      case "minProperties", "maxProperties":
        guard case .object(let members) = value, case .number(let limit) = argument else { break }
        if keyword == "minProperties" ? members.count < Int(limit) : members.count > Int(limit) {
          found.append("\(place): \(members.count) keys")
        }
      case "propertyNames":
        for key in value.members.keys { found += try faults(.string(key), argument, at: "\(place) ‘\(key)’") }
      case "patternProperties":
        for (pattern, schema) in argument.members {
          let expression = try Regex(pattern)
          for (key, member) in value.members where try expression.firstMatch(in: key) != nil {
            found += try faults(member, schema, at: "\(place).\(key)")
          }
        }
      case "additionalProperties":
        for (key, member) in value.members where try !isNamed(key, in: schema) {
          found +=
            argument == .bool(false)
            ? ["\(place): ‘\(key)’ is unknown"] : try faults(member, argument, at: "\(place).\(key)")
        }
      case "anyOf":
        let all = try argument.elements.map { try faults(value, $0, at: place) }
        if !all.contains(where: \.isEmpty) {
          found.append("\(place): no alternative fits: " + all.joined().joined(separator: "; "))
        }
      case "allOf":
        for element in argument.elements { found += try faults(value, element, at: place) }
      case "if":
        let branch = try faults(value, argument, at: place).isEmpty ? schema["then"] : schema["else"]
        if let branch { found += try faults(value, branch, at: place) }
      case "then", "else":
        if schema["if"] == nil { throw UnknownKeyword(keyword: "\(keyword) without if") }
      case "oneOf":
        let passed = try argument.elements.count { try faults(value, $0, at: place).isEmpty }
        if passed != 1 { found.append("\(place): \(passed) of \(argument.elements.count) alternatives fit") }
      default: throw UnknownKeyword(keyword: keyword)
      }
    }
    return found
  }

  private func isNamed(_ key: String, in schema: JSONTree) throws -> Bool {
    if schema["properties"]?[key] != nil { return true }
    return try (schema["patternProperties"]?.members ?? [:]).keys.contains { try Regex($0).firstMatch(in: key) != nil }
  }

  private func isOf(_ value: JSONTree, _ type: String) -> Bool {
    if type == "integer", case .number(let number) = value { return number == number.rounded() }
    return value.type == type
  }

  /// A schema by `#/$defs/name`.
  public func resolve(_ reference: JSONTree) throws -> JSONTree {
    guard let text = reference.text, text.hasPrefix("#/$defs/"),
      let schema = root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
    else { throw UnknownKeyword(keyword: "$ref to \(reference)") }
    return schema
  }

  /// All places that the schema gives a name, as `claims[].quantity.low`, with the schemas that stand there.
  public func places() throws -> [String: JSONTree] {
    var found: [String: JSONTree] = [:]
    func walk(_ schema: JSONTree, _ place: String) throws {
      var schema = schema
      while let reference = schema["$ref"] { schema = try resolve(reference) }
      if !place.isEmpty { found[place] = schema }
      for (key, member) in schema["properties"]?.members ?? [:] {
        try walk(member, place.isEmpty ? key : "\(place).\(key)")
      }
      if let items = schema["items"] { try walk(items, "\(place)[]") }
    }
    try walk(root, "")
    return found
  }
}
