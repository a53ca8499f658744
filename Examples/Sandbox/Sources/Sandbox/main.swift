// Other people's programs under limits, each in an interpreter and a thread of its own.
//
//     swift run Sandbox ../../Examples/Sandbox/Programs/bytecode/3.13/guests.pyc
import Adder

struct Verdict: Sendable {
  let guest: String
  let text: String
}

func judge(_ guest: String, _ file: String) -> Verdict {
  var configuration = Configuration()
  configuration.limits = Limits(instructions: 50_000_000, seconds: 1, memory: 64 << 20)
  configuration.standardOutput = .discarded
  configuration.standardError = .discarded
  do {
    let guests = try Interpreter(configuration).run(contentsOf: file)
    let value = try guests.attribute(guest).call(1000).value()
    return Verdict(guest: guest, text: "returned \(value.int ?? 0)")
  } catch {
    switch error.kind {
    case .limit(.instructions): return Verdict(guest: guest, text: "used up its instructions")
    case .limit(.time): return Verdict(guest: guest, text: "used up its time")
    case .limit(.memory): return Verdict(guest: guest, text: "used up its memory")
    default: return Verdict(guest: guest, text: "raised \(error)")
    }
  }
}

func judgeAll(_ guests: [String], _ file: String) async -> [String: String] {
  await withTaskGroup(of: Verdict.self) { group in
    for guest in guests { group.addTask { judge(guest, file) } }
    return await group.reduce(into: [:]) { $0[$1.guest] = $1.text }
  }
}

if CommandLine.arguments.count == 2 {
  let guests = ["honest", "endless", "greedy", "enormous", "deep", "broken"]
  let verdicts = await judgeAll(guests, CommandLine.arguments[1])
  for guest in guests { print("\(guest): \(verdicts[guest] ?? "was not judged")") }
} else {
  print("usage: Sandbox guests.pyc")
}
