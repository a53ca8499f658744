import Bytecode
import Corpus
import Foundation
import Testing

/// A corpus in a folder of its own, run by a shell script in place of `adder`.
final class MiniCorpus {
  let path: String
  /// The newest version that there is.
  let version: PythonVersion

  init() throws {
    version = try #require(InstructionSet.executableVersions.last)
    path = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-\(UUID().uuidString)").path
    add("not-yet.txt", "# A comment.\n\nbad/known [\(version)-]: not written yet\nbad/listed: was wrong once\nbad/differs [-2.7]: long ago\n")
    for name in ["good/passes", "bad/differs", "bad/crashes", "bad/hangs", "bad/hogs", "bad/floods", "bad/known", "bad/listed"] {
      let parts = name.split(separator: "/")
      add("\(name).expected", "versions: \(version)\narg: one\nexit: 0\nout: hello one\n")
      add("\(parts[0])/bytecode/\(version)/\(parts[1]).pyc", "")
    }
    add("good/mixed.expected", "versions: \(version)\nmodule: helper \(version)\nexit: 0\nout: bytecode/\(version)/modules/helper\n")
    add("worker", MiniCorpus.worker)
    chmod(worker, 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func add(_ name: String, _ content: String) {
    let isWritten = Corpus.write(Array(content.utf8), to: "\(path)/\(name)")
    #expect(isWritten)
  }

  var worker: String { "\(path)/worker" }

  /// Gets `run bytecode/VERSION/NAME.pyc ARG`.
  private static let worker = """
    #!/bin/sh
    case "$2" in
      */passes.pyc|*/listed.pyc) echo "hello $3" ;;
      */differs.pyc|*/known.pyc) echo "hello $3"; echo "more <&>" >&2; exit 4 ;;
      */crashes.pyc) echo "hello $3"; kill -SEGV $$ ;;
      */hangs.pyc) echo "hello $3"; exec sleep 60 ;;
      */hogs.pyc) text=$(head -c 60000000 /dev/zero | tr '\\0' x); while :; do sleep 0.1; done ;;
      */floods.pyc) exec yes ;;
      */mixed.pyc) echo "$PYTHONPATH" ;;
    esac
    """

  /// Runs all of it.
  func run() throws -> RunReport {
    var run = CorpusRun(adder: worker)
    run.jobs = 3
    run.timeLimit = 5
    run.memoryLimit = 20_000_000
    var report = RunReport()
    let programs = try CorpusRun.programs(in: path, available: [version])
    var count = 0
    report.runs = run.run(programs, known: try KnownDifferences(corpus: path)) { _ in count += 1 }
    #expect(count == programs.count)
    return report
  }
}
