extension LanguageFile {
  /// A built-in file that is about one theme in many languages (`language: regions`): its sections are languages. Nil
  /// where there is none of that name.
  public static func theme(_ name: String) -> LanguageFile? { of(name) }
}
