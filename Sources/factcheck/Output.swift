import Articles

#if canImport(Glibc)
  import Glibc
  private let systemWrite = Glibc.write
#elseif canImport(Musl)
  import Musl
  private let systemWrite = Musl.write
#else
  import Darwin
  private let systemWrite = Darwin.write
#endif

/// One of the two streams that the program writes to.
struct Output: Sendable {
  static let standard = Output(file: STDOUT_FILENO)
  static let error = Output(file: STDERR_FILENO)

  let file: Int32

  enum Outcome: Equatable {
    case written
    /// The reader has gone: there is no use in writing more, and nothing to complain about.
    case readerGone
    /// The error number: a full disk.
    case failed(Int32)
  }

  @discardableResult
  func write(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  @discardableResult
  func write(_ bytes: [UInt8]) -> Outcome { bytes.withUnsafeBytes { write($0) } }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // The other end shares a descriptor that does not block: wait until it has room.
        var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      case EPIPE: return .readerGone
      case let code: return .failed(code)
      }
    }
    return .written
  }
}

extension Output {
  /// What to say when writing did not work.
  static func failure(_ code: Int32) -> Diagnostic {
    Diagnostic(
      .error, "cannot write to standard output: \(String(cString: strerror(code)))",
      help: code == ENOSPC || code == EDQUOT
        ? "make room on the disk" : code == EFBIG ? "raise the limit of file sizes: ulimit -f" : "check where it goes")
  }
}
