/// Mistakes in flow, kernels and references.
let flowAndKernels: [BadSpec] = [
  BadSpec(
    "a jump operand without a jump",
    "instructions/stack.yaml:31:14: the operand names a target, but the flow `next` does not go there; say `flow: jump`, `flow: branch` or `flow: setup`"
  ) {
    $0.replace("instructions/stack.yaml", "    flow: branch\n", with: "")
  },
  BadSpec(
    "a jump without a target",
    "instructions/stack.yaml:28:11: the flow `branch` needs an operand with one jump target"
  ) {
    $0.replace("instructions/stack.yaml", "operand: forward", with: "operand: count")
  },
  BadSpec(
    "an unknown flow",
    "instructions/stack.yaml:33:11: unknown flow `brunch`; did you mean `branch`?"
  ) {
    $0.replace("instructions/stack.yaml", "flow: branch", with: "flow: brunch")
  },
  BadSpec(
    "a branch without a kernel",
    "instructions/stack.yaml:28:11: a branch needs a kernel that decides"
  ) {
    $0.replace("instructions/stack.yaml", "    kernel: isTrue\n", with: "")
  },
  BadSpec(
    "a kernel missing",
    "instructions/stack.yaml:25:27: `result` is no input, constant or variable, so the instruction needs a kernel that makes it"
  ) {
    $0.replace("instructions/stack.yaml", "    kernel: each operation\n", with: "")
  },
  BadSpec(
    "a table entry without a kernel",
    "tables/tables.yaml:6:26: the entry `MINUS` needs a kernel, since OPERATE calls `each operation`"
  ) {
    $0.replace("tables/tables.yaml", ", kernel: minus", with: "")
  },
  BadSpec(
    "a kernel with two signatures",
    "instructions/stack.yaml:39:13: kernel `plus` is `func plus(_ t: Thread, _ left: Value, _ right: Value) throws(Raised) -> Value` for OPERATE, but `func plus(_ t: Thread, _ value: Value) throws(Raised) -> Value` for X"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack: value -- result
          kernel: plus
          effects: [raises]

      """)
  },
  BadSpec(
    "an unknown table",
    "instructions/stack.yaml:26:18: unknown operand table `operations`; did you mean `operation`?"
  ) {
    $0.replace("instructions/stack.yaml", "kernel: each operation", with: "kernel: each operations")
  },
  BadSpec(
    "a kernel selected by something that is no flag",
    "instructions/stack.yaml:34:23: unknown flag `truth`"
  ) {
    $0.replace("instructions/stack.yaml", "kernel: isTrue", with: "kernel: isTrue if truth else isFalse")
  },
  BadSpec(
    "an unknown effect",
    "instructions/stack.yaml:27:15: unknown effect `raise`; did you mean `raises`?"
  ) {
    $0.replace("instructions/stack.yaml", "effects: [raises]", with: "effects: [raise]")
  },
  BadSpec(
    "a machine kernel without the effect",
    "instructions/stack.yaml:39:14: a machine kernel moves between frames: the effects must have `frames`"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack: value --
          machine: leave

      """)
  },
]

let references: [BadSpec] = [
  BadSpec(
    "an assignment to something that is no variable",
    "instructions/stack.yaml:40:11: unknown variable `locl`; did you mean `local`?"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: local
          stack: value --
          sets: locl = value

      """)
  },
  BadSpec(
    "an assignment of an unknown value",
    "instructions/stack.yaml:40:19: unknown value `valeu`; did you mean `value`?"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          operand: local
          stack: value --
          sets: local = valeu

      """)
  },
  BadSpec(
    "a fused instruction of unknown parts",
    "instructions/stack.yaml:39:19: unknown instruction `POOP`; did you mean `POP`?"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack: a, b --
          equals: [POP, POOP]

      """)
  },
  BadSpec(
    "a fused instruction whose parts do something else",
    "instructions/stack.yaml:38:12: the picture changes the depth by -1, but the parts together by -2"
  ) {
    $0.add("X", text: """
        - name: X
          doc: Does.
          versions: 3.8 -
          stack: a --
          equals: [POP, POP]

      """)
  },
  BadSpec(
    "a landing behind an unknown instruction",
    "instructions/stack.yaml:35:18: unknown instruction `POPP`; did you mean `POP`?"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    kernel: isTrue\n",
      with: "    kernel: isTrue\n    lands_past: [POPP]\n")
  },
  BadSpec(
    "a text for something that is no flag",
    "instructions/stack.yaml:35:18: unknown flag `forward`"
  ) {
    $0.replace(
      "instructions/stack.yaml", "    kernel: isTrue\n",
      with: "    kernel: isTrue\n    dis: {text: {forward: \"{}!\"}}\n")
  },
  BadSpec(
    "a version without magic numbers",
    "versions/3.13.yaml:1:1: releases.yaml has no magic numbers for 3.13"
  ) {
    $0.replace("releases.yaml", "  - {version: \"3.13\", first: 3550, released: 3571}", with: "")
  },
  BadSpec(
    "magic numbers that overlap",
    "releases.yaml:3:5: the magic numbers of 3.13 overlap those of 3.12"
  ) {
    $0.replace("releases.yaml", "first: 3550", with: "first: 3530")
  },
  BadSpec(
    "a table value twice",
    "tables/tables.yaml:6:26: value 0 of table `operation` is `PLUS` already"
  ) {
    $0.replace("tables/tables.yaml", "value: 1", with: "value: 0")
  },
  BadSpec(
    "an interpreter of an unknown version",
    "build.yaml:1:16: unknown version `3.12`; did you mean `3.13`?"
  ) {
    $0.replace("build.yaml", "all", with: "[\"3.12\"]")
  },
  BadSpec(
    "a specialized form of an unknown instruction",
    "versions/3.13.yaml:9:15: unknown real instruction of 3.13 `OPERAT`; did you mean `OPERATE`?"
  ) {
    $0.replace("versions/3.13.yaml", "internal:", with: "specialized: {OPERAT: {OPERATE_INT: 20}}\ninternal:")
  },
  BadSpec(
    "a prefix that is no instruction",
    "versions/3.13.yaml:2:79: unknown instruction of 3.13 `EXTENDEDARG`; did you mean `EXTENDED`?"
  ) {
    $0.replace("versions/3.13.yaml", "extended_arg: EXTENDED", with: "extended_arg: EXTENDEDARG")
  },
]
