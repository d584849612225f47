// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every target of our own.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A stage of the pipeline: a Swift target with the tests beside it. The order below is the order in which data flows;
/// a stage imports only what stands above it.
///
/// `testFiles`: folders of the tests that hold no code; `testDependencies`: what only the tests need.
func stage(
  _ name: String, _ dependencies: [Target.Dependency], testFiles: [String] = [],
  testDependencies: [Target.Dependency] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name)] + dependencies + testDependencies,
      exclude: testFiles, swiftSettings: strict),
  ]
}

let package = Package(
  name: "factcheck",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "factcheck", targets: ["factcheck"]),
    .library(name: "FactcheckKit", targets: ["FactcheckKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // The C libraries of the system, each behind a header of our own.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "CGzip", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CHTML", dependencies: ["CLibXML2"]),
    .target(name: "CLanguageData"),
    .target(name: "CLanguageID", linkerSettings: [.linkedLibrary("cld2")]),
    .target(name: "CReportPage", exclude: ["assets"]),
    .target(
      name: "CMarkdown",
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CRuleLibrary"),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
  ]
    + stage("ICU", ["CICU"])
    + stage("Languages", ["ICU", "CLanguageData", "CStemmer", "Yams"])
    + stage(
      "Articles", ["ICU", "Languages", "CGzip", "CHTML", "CLanguageID", "CMarkdown", "CXML", "Yams"],
      testFiles: ["Corpus"], testDependencies: ["Mentions"])
    + stage("Mentions", ["ICU", "Languages"], testFiles: ["Corpus"], testDependencies: ["Yams"])
    + stage(
      "Claims", ["ICU", "Languages", "Articles", "Mentions", "CRuleLibrary", "Yams"],
      testFiles: ["Fixtures", "Modality", "Names"], testDependencies: ["TestSchema"])
    + stage("Findings", ["ICU", "Claims"])
    + stage(
      "Reports",
      [
        "ICU", "Languages", "Articles", "Mentions", "Claims", "Findings", "CReportPage",
        .product(name: "Mustache", package: "swift-mustache"),
      ], testFiles: ["Golden"], testDependencies: ["CMarkdown", "TestSchema"])
    + stage(
      "FactcheckKit", ["ICU", "Languages", "Articles", "Mentions", "Claims", "Findings", "Reports"],
      testFiles: ["SeedRules", "Bundles", "Golden"])
    + [
      .executableTarget(
        name: "factcheck",
        dependencies: [
          "FactcheckKit", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict),
      // What the tests that start the program share.
      .target(name: "TestProgram", path: "Tests/TestProgram", swiftSettings: strict),
      // What the tests of the published JSON Schemas share.
      .target(name: "TestSchema", path: "Tests/TestSchema", swiftSettings: strict),
      .testTarget(
        name: "CommandLineTests", dependencies: ["factcheck", "FactcheckKit", "TestProgram", "Yams"], swiftSettings: strict),
      // As a user of the library has it: one import, and members only of what that hands on.
      .testTarget(
        name: "LibraryTests", dependencies: ["FactcheckKit"], exclude: ["PublicSymbols.txt"],
        swiftSettings: strict + [.enableUpcomingFeature("MemberImportVisibility")]),
      .testTarget(
        name: "BrowserTests",
        dependencies: ["factcheck", "TestProgram", "ICU", "Articles", "Claims", "Findings", "Reports"],
        exclude: ["checks", "requirements.txt", "setup.sh"], swiftSettings: strict),
      .executableTarget(
        name: "SpeedBenchmark", dependencies: ["ICU", "Mentions", "Claims", "Findings", "Reports", "FactcheckKit"],
        path: "Benchmarks/SpeedBenchmark", swiftSettings: strict),
    ],
  cxxLanguageStandard: .cxx17
)
