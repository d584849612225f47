import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When to write in colour.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// What the places that the program writes to can show.
enum Terminal {
  static func isTerminal(_ output: Output) -> Bool { isatty(output.file) == 1 }

  /// Colour goes to terminals that know it, unless NO_COLOR (https://no-color.org) is set to anything.
  static func usesColor(_ choice: ColorChoice, on output: Output) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: isTerminal(output) && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    }
  }

  /// The columns of the terminal; 100 where there is none, unless COLUMNS says otherwise.
  static func width(of output: Output) -> Int {
    var size = winsize()
    if ioctl(output.file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return variable("COLUMNS").flatMap { Int($0) }.map { min(max($0, 40), 1000) } ?? 100
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
