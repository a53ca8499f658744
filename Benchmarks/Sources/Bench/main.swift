#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sources/Bench/main.swift -> the package's folder.
let package = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

func fail(_ message: String) -> Never {
  warn(message)
  exit(2)
}

func selectPrograms(_ names: [String], in folder: String) -> [Program] {
  let all = Program.all(in: package + "/" + folder)
  for name in names where !all.contains(where: { $0.name == name }) { fail("no program \(name); there are \(all.map(\.name).joined(separator: ", "))") }
  return names.isEmpty ? all : all.filter { names.contains($0.name) }
}

func measureAll(_ programs: [Program], _ options: Options) throws {
  let path = options.adder ?? package + "/../.build/adder"
  guard access(path, X_OK) == 0 else { fail("there is no adder at \(path); build it, or say --adder PATH") }
  let named = options.pythons + (options.reference.map { [$0] } ?? [])
  let others = findInterpreters(named: named, discover: options.discover)
  let adder = Interpreter(name: "adder", path: path, bytecodeVersion: options.version, isAdder: true)
  let interpreters = [adder] + others
  let reference = interpreters.firstIndex { options.reference == $0.path } ?? interpreters.firstIndex { !$0.isAdder && $0.bytecodeVersion == options.version }
    ?? interpreters.count - 1
  let benchmark = Benchmark(interpreters: interpreters, rounds: options.rounds, timeLimit: options.timeLimit)
  let report = Report(interpreters: interpreters, reference: reference, subject: 0)
  report.header()
  if options.instructions {
    for program in programs { report.showInstructions(program.name, interpreters.map { benchmark.instructions($0.command(for: program)) }) }
    return
  }
  var speeds: [[Double]] = [], measurements: [Measurement] = []
  for program in programs {
    let measurement = try benchmark.measure(program)
    speeds.append(report.show(measurement))
    measurements.append(measurement)
  }
  report.showMeans(speeds)
  if options.memory { report.showPeaks(measurements) }
  if options.start && !options.micro {
    report.showStart(try benchmark.measureStart(empty: Program(name: "empty", in: package + "/Start"), count: max(10, options.rounds)))
  }
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if options.help {
    print(usage)
    exit(0)
  }
  let programs = selectPrograms(options.programs, in: options.micro ? "Micro" : "Programs")
  if options.list {
    print(programs.map(\.name).joined(separator: "\n"))
  } else {
    try measureAll(programs, options)
  }
} catch let error as OptionError {
  fail(error.message + "; see --help")
} catch ChildError.cannotStart(let reason) {
  fail("cannot start " + reason)
}
