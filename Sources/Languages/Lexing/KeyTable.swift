/// Values by 64-bit keys, which are hashes or pairs of numbers made from the program's own data.
///
/// A language is some ten thousand words and phrases, entered one by one before its first text is read: a `Dictionary`,
/// which guards against keys chosen by an enemy, takes several times as long. Open addressing, at most half full.
struct KeyTable<Value> {
  private var keys: ContiguousArray<UInt64>
  private var values: ContiguousArray<Value>
  private let empty: Value
  private(set) var count = 0

  /// - Parameter empty: what stands where nothing has been entered.
  init(empty: Value, capacity: Int = 1024) {
    self.empty = empty
    keys = ContiguousArray(repeating: 0, count: capacity)
    values = ContiguousArray(repeating: empty, count: capacity)
  }

  /// Of the key, or of the free place where it belongs. The key 0 does not occur.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  /// The place of a key's value; nil where it has not been entered. Places hold until the next entry.
  func find(_ key: UInt64) -> Int? {
    let place = place(of: key)
    return keys[place] == 0 ? nil : place
  }

  /// The place of a key's value, and whether the key is new.
  mutating func enter(_ key: UInt64) -> (place: Int, isNew: Bool) {
    var place = place(of: key)
    if keys[place] == key { return (place, false) }
    if (count + 1) * 2 > keys.count {
      grow()
      place = self.place(of: key)
    }
    count += 1
    keys[place] = key
    return (place, true)
  }

  subscript(place: Int) -> Value {
    get { values[place] }
    set { values[place] = newValue }
  }

  private mutating func grow() {
    var larger = KeyTable(empty: empty, capacity: keys.count * 2)
    for (key, value) in zip(keys, values) where key != 0 { larger[larger.enter(key).place] = value }
    self = larger
  }

  func forEach(_ body: (_ key: UInt64, _ value: Value) -> Void) {
    for (key, value) in zip(keys, values) where key != 0 { body(key, value) }
  }
}

extension KeyTable where Value == Void {
  init() { self.init(empty: ()) }

  /// Enters a key; whether it is new.
  mutating func insert(_ key: UInt64) -> Bool { enter(key).isNew }

  func contains(_ key: UInt64) -> Bool { find(key) != nil }
}

extension KeyTable: Sendable where Value: Sendable {}
