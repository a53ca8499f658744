#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let usage = """
  usage: Bench [options] [PROGRAM...]

  Runs the benchmark programs by Adder and by every CPython and PyPy that is found, in turn, compares what they print, and
  prints seconds and speeds. A program that fails or prints something else counts as \(failureRatio).

    --adder PATH        the adder binary (default: ../.build/adder beside this package)
    --python PATH       an interpreter to compare with; may be repeated. More are taken from ADDER_BENCH_PYTHONS (PATH:PATH...)
                        and, unless --no-discovery is given, from PATH
    --reference PATH    the interpreter whose output is right (default: the first CPython that reads the bytecode)
    --version X.Y       the bytecode that Adder runs (default 3.13)
    --rounds N          runs per program and interpreter (default 3)
    --time-limit S      seconds after which a run is ended (default 120)
    --micro             run the small programs of Micro, each of which repeats one operation
    --instructions      count instructions with valgrind instead of measuring time
    --memory            also print peak memory per program
    --no-start          leave out start-up times
    --list              print the names of the programs
  """

struct OptionError: Error { var message: String }

struct Options {
  var adder: String?
  var pythons: [String] = []
  var reference: String?
  var version = "3.13"
  var rounds = 3
  var timeLimit = 120.0
  var discover = true
  var micro = false
  var instructions = false
  var memory = false
  var start = true
  var list = false
  var help = false
  var programs: [String] = []

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    func value(_ option: String) throws -> String {
      guard let next = rest.popFirst() else { throw OptionError(message: "\(option) needs a value") }
      return next
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--adder": adder = try value(argument)
      case "--python": pythons.append(try value(argument))
      case "--reference": reference = try value(argument)
      case "--version": version = try value(argument)
      case "--rounds":
        guard let count = Int(try value(argument)), (1...1000).contains(count) else { throw OptionError(message: "--rounds is a number from 1 to 1000") }
        rounds = count
      case "--time-limit":
        guard let seconds = Double(try value(argument)), seconds > 0 else { throw OptionError(message: "--time-limit is a positive number of seconds") }
        timeLimit = seconds
      case "--no-discovery": discover = false
      case "--micro": micro = true
      case "--instructions": instructions = true
      case "--memory": memory = true
      case "--no-start": start = false
      case "--list": list = true
      case "--help", "-h": help = true
      default:
        guard !argument.hasPrefix("-") else { throw OptionError(message: "unknown option \(argument)") }
        programs.append(argument)
      }
    }
  }
}
