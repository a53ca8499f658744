// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Sandbox",
  dependencies: [.package(name: "Adder", path: "../..")],
  targets: [.executableTarget(name: "Sandbox", dependencies: [.product(name: "Adder", package: "Adder")])]
)
