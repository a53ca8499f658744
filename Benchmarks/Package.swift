// swift-tools-version: 6.2
import PackageDescription

/// Apart from the main package, so that who depends on Adder gets no benchmarks.
let package = Package(
  name: "AdderBenchmarks",
  targets: [.executableTarget(name: "Bench", swiftSettings: [.treatAllWarnings(as: .error)])]
)
