/// FNV-1a over the bytes as they stand: tells `MB` from `mb` and the code `ALL` from the word "all".
public enum ExactHash {
  public static func of(_ text: String) -> UInt64 {
    var hash = WordHash.seed
    for byte in text.utf8 { hash = WordHash.add(hash, UInt32(byte)) }
    return hash
  }

  public static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = WordHash.seed
    for i in range { hash = WordHash.add(hash, UInt32(bytes[i])) }
    return hash
  }
}
