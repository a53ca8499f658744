// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "Adder", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "Bytecode", package: "Adder")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ]
)
