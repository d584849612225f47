// One import is enough: what the pipeline takes and gives is known by name to whoever imports FactcheckKit. Each name stands
// here on purpose; whatever else the stages have stays theirs.

@_exported import struct Articles.Article
@_exported import enum Articles.ArticleFormat
@_exported import struct Articles.ArticleMetadata
@_exported import struct Articles.Diagnostic
@_exported import struct Claims.Claim
@_exported import struct Claims.Rule
@_exported import enum Claims.RuleLoader
@_exported import struct Claims.RuleSet
@_exported import struct Claims.Settings
@_exported import struct Findings.Baseline
@_exported import struct Findings.BaselineEntry
@_exported import struct Findings.Finding
@_exported import struct Findings.Position
@_exported import enum Findings.Standing
@_exported import enum Findings.Verdict
@_exported import struct ICU.Day
@_exported import struct Mentions.DateSpan
@_exported import struct Mentions.Quantity
@_exported import struct Reports.Explanation
@_exported import struct Reports.ExplanationText
@_exported import struct Reports.Report
@_exported import protocol Reports.ReportFormat
@_exported import enum Reports.ReportFormats
@_exported import struct Reports.ReportOptions
