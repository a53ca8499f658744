// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in every target of ours.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Adder",
  products: [
    .library(name: "Adder", targets: ["Adder"]),
    .library(name: "Bytecode", targets: ["Bytecode"]),
    .executable(name: "adder", targets: ["AdderCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CGMP", pkgConfig: "gmp", providers: [.apt(["libgmp-dev"]), .brew(["gmp"])]),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CSupport", dependencies: ["CGMP"]),
    .target(name: "CNatives"),
    // What libedit itself needs has to be named where it is linked statically.
    .target(
      name: "CLineEdit", dependencies: ["CEdit"],
      linkerSettings: [.linkedLibrary("tinfo", .when(platforms: [.linux])), .linkedLibrary("bsd", .when(platforms: [.linux])), .linkedLibrary("md", .when(platforms: [.linux]))]),

    // The build side: from Spec/ to Swift text. It never imports the runtime side.
    .target(name: "SpecModel", swiftSettings: strict),
    .target(name: "SpecYAML", dependencies: ["SpecModel", "CYAML"], swiftSettings: strict),
    .target(name: "SpecGen", dependencies: ["SpecModel"], swiftSettings: strict),
    .executableTarget(name: "specgen-tool", dependencies: ["SpecModel", "SpecYAML", "SpecGen"], swiftSettings: strict),

    .plugin(name: "GenerateInterpreters", capability: .buildTool(), dependencies: ["specgen-tool"]),
    .plugin(
      name: "Regenerate",
      capability: .command(
        intent: .custom(verb: "regenerate", description: "Writes Generated/, the snapshot of what the generator makes."),
        permissions: [.writeToPackageDirectory(reason: "It writes the files of Generated/.")]),
      dependencies: ["specgen-tool"]),

    // The runtime side.
    .target(name: "Bytecode", swiftSettings: strict, plugins: ["GenerateInterpreters"]),
    .target(name: "Encodings", swiftSettings: strict),
    .target(name: "Compiler", dependencies: ["Bytecode", "CSupport", "Encodings"], swiftSettings: strict, plugins: ["GenerateInterpreters"]),
    .target(
      name: "Runtime", dependencies: ["Bytecode", "CSupport"], swiftSettings: strict,
      plugins: ["GenerateInterpreters"]),
    .target(name: "Builtins", dependencies: ["Runtime", "CSupport"], swiftSettings: strict),
    .target(name: "Modules", dependencies: ["Compiler", "Encodings", "Runtime", "Builtins", "CNatives", "CZlib"], swiftSettings: strict),
    .target(name: "Adder", dependencies: ["Bytecode", "Compiler", "Runtime", "Builtins", "Modules"], swiftSettings: strict),
    .executableTarget(
      name: "AdderCLI",
      dependencies: [
        "Adder", "Bytecode", "CLineEdit", "Corpus", "Explanation", "Runtime", "CSupport", "SpecModel", "SpecYAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "Explanation", dependencies: ["Bytecode", "SpecModel"], swiftSettings: strict),

    // Tools for the tests.
    .target(name: "Corpus", dependencies: ["Bytecode"], swiftSettings: strict),
    .executableTarget(name: "sweep-tool", dependencies: ["Bytecode"], path: "Tests/SweepTool", swiftSettings: strict),
    .executableTarget(
      name: "syntax-tool", dependencies: ["Bytecode", "Compiler"], path: "Tests/SyntaxTool", swiftSettings: strict),
    .executableTarget(
      name: "compile-tool", dependencies: ["Bytecode", "Compiler"], path: "Tests/CompileTool", exclude: ["compare.py", "speed.py"],
      swiftSettings: strict),
    .testTarget(name: "SpecModelTests", dependencies: ["SpecModel", "SpecYAML"], swiftSettings: strict),
    .testTarget(
      name: "SpecGenTests", dependencies: ["SpecModel", "SpecYAML", "SpecGen", "Bytecode"], swiftSettings: strict),
    .testTarget(name: "RuntimeTests", dependencies: ["Runtime", "Builtins"], swiftSettings: strict),
    .testTarget(
      name: "BytecodeTests", dependencies: ["Bytecode", "sweep-tool"], exclude: ["Fixtures"], swiftSettings: strict),

    .testTarget(name: "ExplanationTests", dependencies: ["Bytecode", "Explanation", "SpecModel"], swiftSettings: strict),
    .testTarget(name: "CompilerTests", dependencies: ["Bytecode", "Compiler"], swiftSettings: strict),
    .testTarget(name: "AdderTests", dependencies: ["Adder"], exclude: ["Programs"], swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["Bytecode", "Corpus", "AdderCLI"], swiftSettings: strict),
    .testTarget(name: "CorpusTests", dependencies: ["Bytecode", "Corpus", "AdderCLI"], swiftSettings: strict),
  ]
)
