/// Mistakes in files, names, versions, operands and pictures.
let filesAndTypes: [BadSpec] = [
  BadSpec(
    "YAML that cannot be parsed",
    "versions/3.13.yaml:4:5: YAML: did not find expected ',' or '}'"
  ) {
    $0.replace("versions/3.13.yaml", "exceptions: {model: table}", with: "exceptions: {model: table")
  },
  BadSpec(
    "an alias",
    "versions/3.13.yaml:3:13: YAML aliases are not used in the spec"
  ) {
    $0.replace("versions/3.13.yaml", "{model: table}", with: "*other")
  },
  BadSpec(
    "a key twice in one mapping",
    "instructions/stack.yaml:19:5: key `doc` stands twice in one mapping"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    doc: Pops a value.\n",
      with: "    doc: Pops a value.\n    doc: Again.\n")
  },
  BadSpec(
    "an unknown key",
    "instructions/stack.yaml:20:5: unknown key in an instruction: `stak`; did you mean `stack`?"
  ) {
    $0.replace("instructions/stack.yaml", "stack: value --", with: "stak: value --\n    stack: value --")
  },
  BadSpec(
    "a missing key",
    "instructions/stack.yaml:17:11: an instruction needs the key `doc`, unless it is defined elsewhere and gets further forms here"
  ) {
    $0.replace("instructions/stack.yaml", "    doc: Pops a value.\n", with: "")
  },
  BadSpec(
    "a further form for versions that another form has",
    "instructions/more.yaml:4:11: the versions 3.12 - of `POP` overlap its form for 3.8 - 3.13"
  ) {
    $0.replace("instructions/stack.yaml", "    doc: Pops a value.\n    versions: 3.8 -", with: "    doc: Pops a value.\n    versions: 3.8 - 3.13")
    $0.files["instructions/more.yaml"] = "family: stack\ninstructions:\n\n  - name: POP\n    versions: 3.12 -\n    stack: value --\n"
  },
  BadSpec(
    "magic numbers in two places",
    "versions/3.13.yaml:2:8: version 3.13 has magic numbers already, in releases.yaml:3:5"
  ) {
    $0.replace("versions/3.13.yaml", "version: \"3.13\"\n", with: "version: \"3.13\"\nmagic: {first: 3572, released: 3573}\n")
  },
  BadSpec(
    "an empty doc",
    "instructions/stack.yaml:18:9: expected what the instruction does, but found nothing"
  ) {
    $0.replace("instructions/stack.yaml", "doc: Pops a value.", with: "doc:")
  },
  BadSpec(
    "a list where a mapping is expected",
    "versions/3.13.yaml:3:13: expected an exception model, a mapping, but found a list"
  ) {
    $0.replace("versions/3.13.yaml", "{model: table}", with: "[table]")
  },
  BadSpec(
    "a word where a number is expected",
    "versions/3.13.yaml:8:13: expected the number of POP, a number from 0 to 255, but found `one`"
  ) {
    $0.replace("versions/3.13.yaml", "POP: 1,", with: "POP: one,")
  },
  BadSpec(
    "a number that is too large",
    "versions/3.13.yaml:8:13: expected the number of POP, a number from 0 to 255, but found `256`"
  ) {
    $0.replace("versions/3.13.yaml", "POP: 1,", with: "POP: 256,")
  },
  BadSpec(
    "a file of no known path",
    "extra/things.yaml:1:1: no file of the spec has this path; expected families.yaml, releases.yaml, build.yaml, tables/, instructions/, versions/ or library/"
  ) {
    $0.files["extra/things.yaml"] = "a: b\n"
  },
]

let namesAndVersions: [BadSpec] = [
  BadSpec(
    "an unknown family",
    "instructions/stack.yaml:1:9: unknown family `stuck`; did you mean `stack`?"
  ) {
    $0.replace("instructions/stack.yaml", "family: stack", with: "family: stuck")
  },
  BadSpec(
    "an instruction defined twice",
    "instructions/stack.yaml:35:11: instruction `POP` is defined twice, first at instructions/stack.yaml:17:11"
  ) {
    $0.add(text: """
        - name: POP
          doc: Does.
          versions: 3.8 -
          stack: value --

      """)
  },
  BadSpec(
    "a version range that ends before it starts",
    "instructions/stack.yaml:19:15: expected a range of versions such as `3.8 - 3.11`, `3.13 -` or `3.12`, but found `3.9 - 3.8`"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    doc: Pops a value.\n    versions: 3.8 -",
      with: "    doc: Pops a value.\n    versions: 3.9 - 3.8")
  },
  BadSpec(
    "version ranges that overlap",
    "instructions/stack.yaml:21:9: the versions 3.12 - of `POP` overlap its form for 3.8 - 3.12"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    doc: Pops a value.\n    versions: 3.8 -\n    stack: value --",
      with: "    doc: Pops a value.\n    forms:\n      - {versions: 3.8 - 3.12, stack: value --}\n      - {versions: 3.12 -, stack: value --}")
  },
  BadSpec(
    "a number used twice",
    "versions/3.13.yaml:8:16: the number 1 belongs to `POP` already"
  ) {
    $0.replace("versions/3.13.yaml", "PUSH: 4", with: "PUSH: 1")
  },
  BadSpec(
    "a name with two numbers",
    "versions/3.13.yaml:9:22: `POP` has a number already, at versions/3.13.yaml:8:8"
  ) {
    $0.replace("versions/3.13.yaml", "internal: {CACHE: 0}", with: "internal: {CACHE: 0, POP: 9}")
  },
  BadSpec(
    "a number for an unknown instruction",
    "versions/3.13.yaml:8:16: unknown instruction `POPP`; did you mean `POP`?"
  ) {
    $0.replace("versions/3.13.yaml", "POP: 1,", with: "POP: 1, POPP: 9,")
  },
  BadSpec(
    "a number for an instruction of other versions",
    "versions/3.13.yaml:8:8: `POP` has no form for 3.13, only for 3.8 - 3.12"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    doc: Pops a value.\n    versions: 3.8 -",
      with: "    doc: Pops a value.\n    versions: 3.8 - 3.12")
  },
  BadSpec(
    "a definition without a number",
    "instructions/stack.yaml:17:11: `POP` is for 3.8 -, but 3.13 gives it no number"
  ) {
    $0.replace("versions/3.13.yaml", "POP: 1, ", with: "")
  },
  BadSpec(
    "a cache of an unknown instruction",
    "versions/3.13.yaml:7:3: unknown real instruction of 3.13 `OPERTE`; did you mean `OPERATE`?"
  ) {
    $0.replace("versions/3.13.yaml", "OPERATE: [counter]", with: "OPERTE: [counter]")
  },
  BadSpec(
    "a cache field twice",
    "versions/3.13.yaml:7:22: the cache of `OPERATE` has two fields called `counter`"
  ) {
    $0.replace("versions/3.13.yaml", "[counter]", with: "[counter, counter]")
  },
  BadSpec(
    "a cache longer than declared",
    "versions/3.13.yaml:7:3: the cache of `OPERATE` has 3 code units, longer than the 2 declared"
  ) {
    $0.replace("versions/3.13.yaml", "[counter]", with: "[counter, version: 2]")
  },
]

let operandsAndPictures: [BadSpec] = [
  BadSpec(
    "an unknown operand kind",
    "instructions/stack.yaml:15:14: unknown operand kind `konst`; did you mean `const`?"
  ) {
    $0.replace("instructions/stack.yaml", "operand: const", with: "operand: konst")
  },
  BadSpec(
    "operand fields that share bits",
    "instructions/stack.yaml:38:38: the fields `first` and `second` share bits of the operand"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: {first: local arg >> 4, second: local arg & 31}
          stack: --

      """)
  },
  BadSpec(
    "a range that the field cannot hold",
    "instructions/stack.yaml:38:38: field `low` cannot have the values 0..4"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: {low: number arg & 3 in 0..4}
          stack: --

      """)
  },
  BadSpec(
    "a picture without its dashes",
    "instructions/stack.yaml:20:17: expected `--`, found the end"
  ) {
    $0.replace("instructions/stack.yaml", "stack: value --", with: "stack: value")
  },
  BadSpec(
    "an input name twice",
    "instructions/stack.yaml:25:18: stack item `left` stands twice on one side of the picture"
  ) {
    $0.replace("instructions/stack.yaml", "left, right -- result", with: "left, left -- result")
  },
  BadSpec(
    "an output name twice",
    "instructions/stack.yaml:38:18: stack item `a` stands twice on one side of the picture"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack: -- a, a
          kernel: x

      """)
  },
  BadSpec(
    "an unknown slot kind",
    "instructions/stack.yaml:32:22: unknown slot kind `boll`; did you mean `bool`?"
  ) {
    $0.replace("instructions/stack.yaml", "condition:bool", with: "condition:boll")
  },
  BadSpec(
    "a count of an unknown field",
    "instructions/stack.yaml:39:18: unknown operand field `cuont`; did you mean `count`?"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: count
          stack: items[cuont] --

      """)
  },
  BadSpec(
    "a count that can be negative",
    "instructions/stack.yaml:39:18: the count of `between` can be -1; give the field a range, such as `depth in 1..`, or the item a condition"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: depth
          stack: list, between[depth - 1] -- list, between[depth - 1]

      """)
  },
  BadSpec(
    "an input that comes back with another count",
    "instructions/stack.yaml:39:28: `items` is an input, but with another count"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: count
          stack: items[count] -- items

      """)
  },
  BadSpec(
    "edges that differ in depth, not declared",
    "instructions/stack.yaml:41:13: the edges change the depth by different amounts; say `unbalanced: true` if that is meant"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: forward
          stack:
            next: iterator -- iterator, item
            jump: iterator --
          flow: branch
          kernel: nextItem
          effects: [raises]

      """)
  },
  BadSpec(
    "edges declared to differ that do not",
    "instructions/stack.yaml:41:13: `unbalanced` is said, but both edges change the depth by the same amount"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: forward
          stack:
            next: a -- b
            jump: a -- c
          unbalanced: true
          flow: branch
          kernel: x

      """)
  },
  BadSpec(
    "edges with different inputs",
    "instructions/stack.yaml:41:13: both edges must take the same inputs"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: forward
          stack:
            next: a -- b
            jump: c -- d
          flow: branch
          kernel: x

      """)
  },
  BadSpec(
    "a second picture without a second edge",
    "instructions/stack.yaml:40:13: a second stack picture needs a second edge, but the flow is `next`"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack:
            next: a --
            jump: a --

      """)
  },
  BadSpec(
    "a reading of an input that is not there",
    "instructions/stack.yaml:27:13: unknown input or operand field `lef`; did you mean `left`?"
  ) {
    $0.replace("instructions/stack.yaml", "    kernel: each operation\n", with: "    kernel: each operation\n    reads: \"{lef} {operation} {right}\"\n")
  },
  BadSpec(
    "a reading with an open brace",
    "instructions/stack.yaml:27:13: expected a name, `name :`, `values = names`, `values : keys` or `#`, and `}`, behind `{` in `{left`"
  ) {
    $0.replace("instructions/stack.yaml", "    kernel: each operation\n", with: "    kernel: each operation\n    reads: \"{left\"\n")
  },
  BadSpec(
    "a reading of what is not pushed",
    "instructions/stack.yaml:27:13: unknown new output `left`"
  ) {
    $0.replace("instructions/stack.yaml", "    kernel: each operation\n", with: "    kernel: each operation\n    reads: {left: sum}\n")
  },
  BadSpec(
    "a reading of nothing",
    "instructions/stack.yaml:21:12: a reading without the name of an output needs a picture with one new output, not 0"
  ) {
    $0.replace("instructions/stack.yaml", "    stack: value --\n", with: "    stack: value --\n    reads: x\n")
  },
]
