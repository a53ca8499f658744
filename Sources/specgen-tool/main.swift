// Generates Swift text, tables and pages from Spec/.
//
//     specgen-tool <Spec directory> <target> <output directory> [version]
//
// Targets: those of GeneratedTarget. With a version, only the files that belong to it alone. Files whose text has not changed are left alone. Mistakes in the spec go to standard error as
// `error: file:line:column: message`, with exit status 1.

import SpecGen
import SpecModel
import SpecYAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(run(Array(CommandLine.arguments.dropFirst())))

func run(_ arguments: [String]) -> Int32 {
  let version = arguments.count == 4 ? Version(arguments[3]) : nil
  guard arguments.count == 3 || version != nil, let target = GeneratedTarget(rawValue: arguments[1]) else {
    let targets = GeneratedTarget.allCases.map(\.rawValue).joined(separator: "|")
    printError("usage: specgen-tool <Spec directory> <\(targets)> <output directory> [version]")
    return 2
  }
  do {
    let (spec, diagnostics) = SpecReader.read(try SpecDirectory.read(arguments[0]))
    guard diagnostics.isEmpty else {
      for error in diagnostics.errors { printError("error: \(error)") }
      return 1
    }
    if let version, !spec.versions.contains(where: { $0.version == version }) {
      printError("error: \(arguments[0])/versions has no \(version)")
      return 1
    }
    let files = version.map { generate(target, from: spec, only: $0) } ?? generate(target, from: spec)
    for file in files {
      try OutputDirectory.write(file.text, to: arguments[2] + "/" + file.path)
    }
    return 0
  } catch {
    printError("error: \(error)")
    return 1
  }
}
