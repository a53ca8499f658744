// The Swift half of the sweeps: applies one operation of the Bytecode module to many items, fast and in one process.
//
//     sweep-tool OPERATION VERSION < ITEMS
//
// The version is that of the CPython that made the items. Each item is a line; see `operations`. Each failure is a line on standard output; the last line counts. The exit
// status is 1 if any item failed.
import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is wrong with an item; nothing if all is well.
let operations: [String: (String, InstructionSet) throws -> [String]] = [
  "roundtrip": roundTrip,
  "rewrite": rewrite,
  "check": check,
  "dis": compareDisassembly,
  "effects": compareStackEffects,
  "asm": assemble,
  "text": makeText,
]

guard CommandLine.arguments.count == 3, let operation = operations[CommandLine.arguments[1]],
  let set = PythonVersion(CommandLine.arguments[2]).flatMap(InstructionSet.of)
else {
  print("usage: sweep-tool \(operations.keys.sorted().joined(separator: "|")) VERSION < ITEMS")
  exit(2)
}
var items = 0
var failed = 0
while let item = readLine() {
  items += 1
  var findings: [String]
  do { findings = try operation(item, set) } catch { findings = ["\(error)"] }
  if !findings.isEmpty { failed += 1 }
  let label = item.split(separator: "\t").first ?? ""
  for finding in findings { print("\(label): \(finding)") }
}
print("\(items) items, \(failed) failed")
exit(failed == 0 ? 0 : 1)
