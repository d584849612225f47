import CICU

/// The strings of a C list, which this frees; nil where the shim failed.
func strings(_ list: consuming cicu_list) -> [String]? {
  var list = list
  defer { cicu_list_free(&list) }
  guard list.failed == 0 else { return nil }
  let bytes = UnsafeBufferPointer(start: list.bytes, count: list.length)
  var result: [String] = []
  result.reserveCapacity(Int(list.count))
  var start = 0
  for index in bytes.indices where bytes[index] == 0 {
    result.append(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self))
    start = index + 1
  }
  return result
}

/// The one text of a C list, which this frees; nil where the shim failed.
func text(_ list: consuming cicu_list) -> String? {
  var list = list
  defer { cicu_list_free(&list) }
  guard list.failed == 0 else { return nil }
  return String(decoding: UnsafeBufferPointer(start: list.bytes, count: list.length), as: UTF8.self)
}

/// The UTF-8 bytes of a string, lent to a C shim.
func withUTF8<Result>(_ text: String, _ body: (UnsafePointer<UInt8>?, Int) -> Result) -> Result {
  var text = text
  return text.withUTF8 { body($0.baseAddress, $0.count) }
}
