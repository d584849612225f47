/// Traditional Han signs and the simplified ones that say the same, from the theme file `han-forms.yaml`.
enum HanForms {
  static let simplified: [UInt32: UInt32] = {
    guard let file = LanguageFile.theme("han-forms") else { return [:] }
    var forms: [UInt32: UInt32] = [:]
    forms.reserveCapacity(4096)
    for line in file.list("simplified") {
      var signs = line.unicodeScalars.makeIterator()
      while let traditional = signs.next(), let plain = signs.next() { forms[traditional.value] = plain.value }
    }
    // What another sign becomes is plain already, whatever it becomes in turn.
    let plain = Set(forms.values)
    return forms.filter { !plain.contains($0.key) }
  }()
}
