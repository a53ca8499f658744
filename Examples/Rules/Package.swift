// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Rules",
  dependencies: [.package(name: "Adder", path: "../..")],
  targets: [.executableTarget(name: "Rules", dependencies: [.product(name: "Adder", package: "Adder")])]
)
