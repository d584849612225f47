import Foundation

/// A JSON value that knows truth from one.
indirect enum JSONTree: Decodable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  init(from decoder: any Decoder) throws {
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

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes)) }

  subscript(_ key: String) -> JSONTree? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var members: [String: JSONTree] { if case .object(let members) = self { members } else { [:] } }
  var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The name that JSON Schema has for its type.
  var type: String {
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

/// As much of JSON Schema (draft 2020-12) as the schema of the report uses. A keyword that it does not know is an error:
/// a check that is not made is not passed either.
struct JSONSchema {
  struct UnknownKeyword: Error { var keyword: String }

  let root: JSONTree

  /// What is wrong with a value: a line each, with its place; none where it is valid.
  func faults(_ value: JSONTree) throws -> [String] { try faults(value, root, at: "$") }

  private func faults(_ value: JSONTree, _ schema: JSONTree, at place: String) throws -> [String] {
    if case .bool(let allows) = schema { return allows ? [] : ["\(place): nothing may stand here"] }
    var found: [String] = []
    for (keyword, argument) in schema.members {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": break
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
      case "additionalProperties":
        guard argument == .bool(false) else { throw UnknownKeyword(keyword: "additionalProperties with a schema") }
        let known = schema["properties"]?.members ?? [:]
        for key in value.members.keys where known[key] == nil { found.append("\(place): ‘\(key)’ is unknown") }
      case "oneOf":
        let passed = try argument.elements.count { try faults(value, $0, at: place).isEmpty }
        if passed != 1 { found.append("\(place): \(passed) of \(argument.elements.count) alternatives fit") }
      default: throw UnknownKeyword(keyword: keyword)
      }
    }
    return found
  }

  private func isOf(_ value: JSONTree, _ type: String) -> Bool {
    if type == "integer", case .number(let number) = value { return number == number.rounded() }
    return value.type == type
  }

  /// A schema by `#/$defs/name`.
  func resolve(_ reference: JSONTree) throws -> JSONTree {
    guard let text = reference.text, text.hasPrefix("#/$defs/"),
      let schema = root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
    else { throw UnknownKeyword(keyword: "$ref to \(reference)") }
    return schema
  }

  /// All places that the schema gives a name, as `claims[].quantity.low`, with the schemas that stand there.
  func places() throws -> [String: JSONTree] {
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
