import CGzip

/// Unpacks gzip (RFC 1952) piece by piece, all its members one after the other. Belongs to one thread at a time.
public final class Gunzip {
  public enum State: Sendable {
    /// More may come.
    case open
    /// What follows the last member is no gzip and was left alone.
    case trailing
    /// The rest cannot be unpacked.
    case damaged
  }

  private let handle: OpaquePointer

  public init?() {
    guard let handle = cgzip_open() else { return nil }
    self.handle = handle
  }

  deinit { cgzip_close(handle) }

  /// Whether bytes begin as gzip does.
  public static func isGzip(_ head: some Collection<UInt8>) -> Bool { head.starts(with: [0x1F, 0x8B, 0x08]) }

  /// Whether nothing is missing at the end of what was taken so far.
  public var isComplete: Bool { cgzip_is_complete(handle) != 0 }

  /// Unpacks all of a piece and hands over what it held in pieces of its own.
  ///
  /// - Parameter take: gets the next bytes; returns false to stop.
  public func inflate(_ piece: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Bool) -> State {
    withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 16) { room in
      var rest = piece[...]
      while true {
        var taken = 0
        var put = 0
        let status = cgzip_inflate(
          handle, rest.isEmpty ? nil : UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, &taken,
          room.baseAddress, room.count, &put)
        rest = rest.dropFirst(taken)
        if put > 0, !take(UnsafeRawBufferPointer(rebasing: room[..<put])) { return .open }
        switch Int(status) {
        case CGZIP_OK: break
        case CGZIP_TRAILING: return .trailing
        default: return .damaged
        }
        if rest.isEmpty, put < room.count { return .open }
      }
    }
  }
}
