import SpecModel
import SpecYAML

/// A spec of a few instructions, of which a test replaces what it is about.
struct MiniSpec {
  var files: [String: String] = [
    "families.yaml": """
      families:
        stack: Values moved about.
        jump: Jumps.
      """,
    "releases.yaml": """
      releases:
        - {version: "3.12", first: 3500, released: 3531}
        - {version: "3.13", first: 3550, released: 3571}
      """,
    "build.yaml": "interpreters: all\n",
    "tables/tables.yaml": """
      tables:
        - name: operation
          doc: Operations.
          entries:
            - {value: 0, name: PLUS, text: "+", kernel: plus}
            - {value: 1, name: MINUS, text: "-", kernel: minus}
      """,
    "instructions/stack.yaml": MiniSpec.instructions,
    "library/library.yaml": MiniSpec.library,
    "versions/3.13.yaml": MiniSpec.version,
  ]

  static let instructions = """
    family: stack
    instructions:
      - name: EXTENDED
        doc: More operand.
        versions: 3.8 -
        operand: prefix
        stack: --
      - name: CACHE
        doc: A cache entry.
        versions: 3.11 -
        stack: --
      - name: PUSH
        doc: Pushes a constant.
        versions: 3.8 -
        operand: const
        stack: -- const
      - name: POP
        doc: Pops a value.
        versions: 3.8 -
        stack: value --
      - name: OPERATE
        doc: Combines two values.
        versions: 3.8 -
        operand: operation
        stack: left, right -- result
        kernel: each operation
        effects: [raises]
      - name: BRANCH
        doc: Jumps if a value is true.
        versions: 3.8 -
        operand: forward
        stack: condition:bool --
        flow: branch
        kernel: isTrue

    """

  static let library = """
    levels:
      - {version: "3.11", micro: 1, unicode: 14.0.0}
      - {version: "3.12", micro: 1, unicode: 15.0.0}
      - {version: "3.13", micro: 1, unicode: 15.1.0}
    features:
      - name: exact_sum
        versions: 3.12 -
        doc: Sums are exact.
    messages:
      - name: no_sum
        raises: TypeError
        texts:
          "3.11": no sum of %T
          3.12 -: no sum of %2R and %T
    members:
      list: {sum: 3.12 -}
      module sums: {total: 3.11 - 3.12}
    signatures:
      list:
        sum: {3.12 -: "sum(self, <start=0>)"}

    """

  static let version = """
    version: "3.13"
    encoding: {code_unit: 2, jump_unit: 2, jumps_skip_caches: true, extended_arg: EXTENDED, cache: CACHE, longest_cache: 2, generator_start_depth: 0}
    exceptions: {model: table}
    file: {header: flags, marshal: 4, line_table: locations, code_fields: [argcount, code]}
    opcode_module: {have_argument: 3}
    caches:
      OPERATE: [counter]
    real: {POP: 1, PUSH: 4, OPERATE: 5, BRANCH: 6, EXTENDED: 7}
    internal: {CACHE: 0}

    """

  /// Adds instructions to the family, with numbers from 10 on.
  mutating func add(_ names: String..., text: String) {
    files["instructions/stack.yaml"]! += text
    var real = ""
    for (index, name) in names.enumerated() { real += ", \(name): \(10 + index)" }
    replace("versions/3.13.yaml", "EXTENDED: 7}", with: "EXTENDED: 7\(real)}")
  }

  mutating func replace(_ file: String, _ old: String, with new: String) {
    let parts = files[file]!.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "\(file) has no `\(old)`")
    files[file] = parts[0] + new + parts[1]
  }

  func read() -> (spec: Spec, errors: [String]) {
    let sources = files.map { SourceFile(path: $0.key, shownPath: $0.key, bytes: Array($0.value.utf8)) }
    let (spec, diagnostics) = SpecReader.read(sources)
    return (spec, diagnostics.errors.map(\.description))
  }

  var errors: [String] { read().errors }
}
