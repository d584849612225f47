/// The names of rules and concepts: they appear in finding ids, file names, baselines and addresses.
enum Identifier {
  /// The first character that a name may not hold: all but letters and digits of any script, `-`, `_` and `.`.
  static func oddCharacter(in name: String) -> String? {
    for (index, scalar) in name.unicodeScalars.enumerated() {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .decimalNumber:
        continue
      default:
        if index > 0, scalar == "-" || scalar == "_" || scalar == "." { continue }
        return scalar == " " ? "a space" : Quoting.code(String(scalar))
      }
    }
    return nil
  }

  /// The name with a dash for what it may not hold: `US troops, Iraq` gives `us-troops-iraq`.
  static func mended(_ name: String) -> String {
    var words: [String] = [""]
    for scalar in name.unicodeScalars.prefix(80) {
      if oddCharacter(in: String(scalar)) == nil || scalar == "_" || scalar == "." {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if words.last?.isEmpty == false {
        words.append("")
      }
    }
    let result = words.filter { !$0.isEmpty }.joined(separator: "-").lowercased()
    return result.isEmpty ? "my-name" : result
  }
}
