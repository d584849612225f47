import Claims

/// Findings of the built-in checks: one for each date that denies itself.
public enum DenialFindings {
  /// - Parameters:
  ///   - denials: with the ids of their claims, in the order in which they are reported within a check.
  ///   - keys: what fingerprints call the articles.
  public static func findings(_ denials: [SelfDenial], keys: ArticleKeys = ArticleKeys()) -> [Finding] {
    DateCheck.allCases.flatMap { check in
      let rule = check.rule
      let found = denials.filter { $0.check == check }
      let fingerprints = found.map { denial in
        Fingerprint.of(
          rule: rule.id, verdict: .contradiction, day: nil,
          pairs: denial.claims.map { Fingerprint.hash(article: keys[$0.article], value: $0.value) })
      }
      return zip(found, Fingerprint.distinct(fingerprints)).map { denial, digits in
        Finding(
          id: "\(rule.id)-\(digits)", rule: rule.id, verdict: .contradiction, severity: rule.severity,
          message: denial.message,
          positions: zip(denial.labels, denial.claims).map { Position(label: $0, claims: [$1.id]) })
      }
    }
  }
}
