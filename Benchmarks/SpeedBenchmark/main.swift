// How fast the program is, on this machine, now. bin/benchmark builds it in release and runs it.
//
// usage: SpeedBenchmark [FOLDER OF ARTICLES]
//
// Exits with 1 where something is slower than it must be.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let articles = CommandLine.arguments.dropFirst().first ?? "articles"
let extractionIsFast = runExtractionBenchmark(articles: articles)
print()
let readingIsFast = runReadingBenchmark(articles: articles)
print()
let comparisonIsFast = runComparisonBenchmark()
print()
let reportsAreFast = runReportBenchmark()
exit(extractionIsFast && readingIsFast && comparisonIsFast && reportsAreFast ? 0 : 1)
