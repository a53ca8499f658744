// Generates Swift text, tables and pages from Spec/.
//
//     specgen-tool <Spec directory> <target> <output directory>
//
// Targets: those of GeneratedTarget. Files whose text has not changed are left alone. Mistakes in the spec go to standard error as
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
  guard arguments.count == 3, let target = GeneratedTarget(rawValue: arguments[1]) else {
    let targets = GeneratedTarget.allCases.map(\.rawValue).joined(separator: "|")
    printError("usage: specgen-tool <Spec directory> <\(targets)> <output directory>")
    return 2
  }
  do {
    let (spec, diagnostics) = SpecReader.read(try SpecDirectory.read(arguments[0]))
    guard diagnostics.isEmpty else {
      for error in diagnostics.errors { printError("error: \(error)") }
      return 1
    }
    for file in generate(target, from: spec) {
      try OutputDirectory.write(file.text, to: arguments[2] + "/" + file.path)
    }
    return 0
  } catch {
    printError("error: \(error)")
    return 1
  }
}
