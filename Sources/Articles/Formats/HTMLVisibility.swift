/// What of a page a reader does not see, as far as the page itself tells without its style sheets.
enum HTMLVisibility {
  private static let hidden = HTMLAttribute.hidden.packed
  private static let ariaHidden = HTMLAttribute.ariaHidden.packed
  private static let style = HTMLAttribute.style.packed
  private static let classes = HTMLAttribute.class.packed
  private static let open = HTMLAttribute.open.packed

  /// Classes that the common style sheets hide, or show to screen readers alone.
  private static let hiddenClasses: Set<String> = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader", "screenreader", "sr_only",
    "u-hidden", "is-hidden", "d-none", "hidden", "hide", "invisible", "offscreen", "print-only", "printonly",
    "show-for-print", "d-print-block", "assistive-text", "a11y-hidden", "noprint-hidden", "element-invisible",
  ]

  static func isHidden(_ tree: HTMLTree, _ node: Int) -> Bool {
    let element = tree.nodes[node]
    guard element.tag != .text else { return false }
    if element.tag == .dialog { return tree.range(of: open, node) == nil }
    for i in element.content {
      let attribute = tree.attributes[i]
      let value = tree.bytes[attribute.value]
      switch attribute.name {
      case hidden: return true
      case ariaHidden: if value.elementsEqual("true".utf8) { return true }
      case style: if hides(value) { return true }
      case classes: if hasHiddenClass(value) { return true }
      default: break
      }
    }
    return false
  }

  /// `display: none` or `visibility: hidden` in a style.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    let plain = style.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: plain, as: UTF8.self).split(separator: ";").contains {
      $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden")
    }
  }

  private static func hasHiddenClass(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count >= 4 else { return false }
    for name in value.split(whereSeparator: { $0 <= 0x20 }) where (4...20).contains(name.count) {
      switch name[name.startIndex] {
      case 0x61, 0x64, 0x65, 0x68, 0x69, 0x6E, 0x6F, 0x70, 0x73, 0x75, 0x76:
        if hiddenClasses.contains(String(decoding: name, as: UTF8.self)) { return true }
      default: break
      }
    }
    return false
  }
}
