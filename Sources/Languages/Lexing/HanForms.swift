import ICU

/// Traditional Han signs and the simplified ones that say the same. Source: ICU's transform `Hant-Hans`.
enum HanForms {
  static let simplified: [UInt32: UInt32] = {
    guard let converter = Transliterator(id: "Hant-Hans") else { return [:] }
    var text = String.UnicodeScalarView()
    for value in UInt32(0x4E00)...0x9FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      text.append(scalar)
      // Parted, so that no two signs are taken for a word.
      text.append(" ")
    }
    var forms: [UInt32: UInt32] = [:]
    for (traditional, plain) in zip(text, converter.transliterate(String(text)).unicodeScalars)
    where traditional != plain {
      forms[traditional.value] = plain.value
    }
    // What another sign becomes is plain already, whatever it becomes in turn.
    let plain = Set(forms.values)
    return forms.filter { !plain.contains($0.key) }
  }()
}
