/// A value of a rule that cannot be read: what is wrong, and how to mend it.
struct ValueMistake: Error, Equatable {
  var message: String
  var help: String
}

extension String {
  /// Without the white space around it.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
