import SpecModel

/// Emits the JSON Schemas with which editors complete and check the files of `Spec/`. The words that a key may have come from the
/// model and from the spec itself.
func emitSchemas(_ spec: Spec) -> [GeneratedFile] {
  let schemas = SchemaEmitter(spec: spec)
  return [
    ("families", schemas.families), ("releases", schemas.releases), ("build", schemas.build), ("tables", schemas.tables),
    ("instructions", schemas.instructions), ("version", schemas.version), ("library", schemas.library),
  ].map { name, schema in
    GeneratedFile(path: "schema/\(name).schema.json", text: schema.text() + "\n")
  }
}

struct SchemaEmitter {
  let spec: Spec

  // MARK: Parts

  func file(_ title: String, _ required: [String], _ properties: [(String, JSON)]) -> JSON {
    guard case .object(let members) = mapping(nil, required, properties) else { return .object([]) }
    return .object(
      [("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title))] + members)
  }

  func mapping(_ doc: String?, _ required: [String], _ properties: [(String, JSON)]) -> JSON {
    .object(
      (doc.map { [("description", .string($0))] } ?? []) + [
        ("type", .string("object")), ("required", .array(required.map { .string($0) })),
        ("properties", .object(properties)), ("additionalProperties", .bool(false)),
      ])
  }

  func named(_ doc: String, _ value: JSON) -> JSON {
    .object([("description", .string(doc)), ("type", .string("object")), ("additionalProperties", value)])
  }

  func string(_ doc: String) -> JSON {
    .object([("description", .string(doc)), ("type", .string("string")), ("minLength", .number(1))])
  }

  private func boolean(_ doc: String) -> JSON {
    .object([("description", .string(doc)), ("type", .string("boolean"))])
  }

  func integer(_ doc: String, _ range: ClosedRange<Int>) -> JSON {
    .object([
      ("description", .string(doc)), ("type", .string("integer")), ("minimum", .number(range.lowerBound)),
      ("maximum", .number(range.upperBound)),
    ])
  }

  func list(_ doc: String, _ item: JSON) -> JSON {
    .object([("description", .string(doc)), ("type", .string("array")), ("items", item)])
  }

  /// One of a few words, each with what it means.
  private func word(_ doc: String, _ words: [(String, String)]) -> JSON {
    .object([
      ("description", .string(doc)),
      (
        "oneOf",
        .array(words.map { .object([("const", .string($0.0)), ("description", .string($0.1))]) })
      ),
    ])
  }

  func either(_ doc: String, _ choices: [JSON]) -> JSON {
    .object([("description", .string(doc)), ("anyOf", .array(choices))])
  }

  /// Versions may look like numbers to YAML.
  func version(_ doc: String) -> JSON {
    .object([("description", .string(doc)), ("type", .array([.string("string"), .string("number")]))])
  }

  private var instructionName: JSON {
    .object([("type", .string("string")), ("pattern", .string("^[A-Z][A-Z0-9_]*$"))])
  }

  // MARK: Files

  var families: JSON {
    file("Families of instructions", ["families"], [("families", named("Name and subject of each family.", string("The subject.")))])
  }

  var releases: JSON {
    let release = mapping(
      "The magic numbers of a Python release.", ["version", "first", "released"],
      [
        ("version", version("The release.")), ("first", integer("The first number used in its development.", 0...65535)),
        ("released", integer("The number of the final release.", 0...65535)),
      ])
    return file("Magic numbers", ["releases"], [("releases", list("Oldest first.", release))])
  }

  var build: JSON {
    file(
      "What to generate", ["interpreters"],
      [
        (
          "interpreters",
          either(
            "The versions that get interpreters.",
            [.object([("const", .string("all"))]), list("Some versions.", version("A version."))])
        ),
        ("register_forms", list("The versions whose code is also lowered to register form.", version("A version."))),
      ])
  }

  var tables: JSON {
    let entry = mapping(
      "An entry.", ["value", "name"],
      [
        ("value", integer("The value of the operand field.", 0...255)), ("name", string("CPython's name.")),
        ("text", .object([("description", .string("What dis shows; the name if absent.")), ("type", .string("string"))])),
        ("kernel", string("The kernel that `each` calls for it.")), ("versions", version("The versions that have it.")),
        ("valid", boolean("False if code never has the value.")),
        ("hint", integer("What compilers put into the field `_hint` beside it; 0 if absent.", 0...255)),
      ])
    let table = mapping(
      "An operand table.", ["name", "doc", "entries"],
      [
        ("name", string("The name that operands use.")), ("doc", string("What it is about.")),
        ("shown", version("`never`, or the versions whose dis shows the entries.")), ("entries", list("By value.", entry)),
      ])
    return file("Operand tables", ["tables"], [("tables", list("The tables.", table))])
  }

  var instructions: JSON {
    let form = mapping("One meaning of the instruction.", [], formProperties)
    let instruction = mapping(
      "An instruction.", ["name"],
      [
        ("name", instructionName),
        ("doc", string("What it does, in Markdown. Without it, the forms are further ones of an instruction that is defined elsewhere.")),
        ("forms", list("Its meanings; keys on the instruction hold for all of them.", form)),
      ] + formProperties)
    return file(
      "Instructions of a family", ["family", "instructions"],
      [
        ("family", word("The family.", spec.families.map { ($0.name.value, $0.doc) })),
        ("instructions", list("The instructions.", instruction)),
      ])
  }

  private var formProperties: [(String, JSON)] {
    let picture = string("A stack picture: `inputs -- outputs`, bottom to top.")
    let kinds = OperandKind.plain.map { "\($0.name) (\($0.doc))" } + spec.tables.map { "\($0.name.value) (\($0.doc))" }
    let number = either("An effect: a number, or a sum such as `1 - count`.", [integer("A number.", -255...255), string("A sum.")])
    let lists = list("The lists of the opcode module.", .object([("enum", .array(opcodeLists.map { .string($0) }))]))
    return [
      ("versions", version("The versions that have it: `3.8 - 3.11`, `3.13 -` or `3.12`.")),
      (
        "operand",
        either(
          "A kind, for an operand of one field, or the fields. Kinds: \(kinds.joined(separator: ", ")).",
          [string("A kind, with an optional range: `depth in 1..`."), named("Fields.", string("`[kind] arg [>> n] [& mask]` or `bit n`."))])
      ),
      (
        "stack",
        either(
          "What it takes from the stack and leaves there.",
          [
            picture,
            mapping("One picture for each edge.", ["next"], [("next", picture), ("jump", picture), ("handler", picture)]),
          ])
      ),
      ("unbalanced", boolean("Whether the edges change the depth by different amounts.")),
      ("flow", word("Where control goes.", Flow.allCases.map { ($0.rawValue, $0.doc) })),
      ("lands_past", list("Instructions at the target that a jump skips.", instructionName)),
      ("kernel", string("The functions that do the work: `a`, `a if flag else b`, `each table`, `a, then b if flag`.")),
      ("machine", string("The function that moves between frames: `a` or `a when test`.")),
      ("needs", list("What kernels get besides.", .object([("const", .string("frame"))]))),
      ("effects", list("What it may do.", word("An effect.", Effect.allCases.map { ($0.rawValue, $0.doc) }))),
      ("sets", either("`variable = value`: what variables get.", [string("One."), list("Several.", string("One."))])),
      ("when_unset", string("The kernel that raises when the local variable of the operand is unset.")),
      ("equals", list("The instructions it is made of.", string("`INSTRUCTION field`."))),
      ("becomes", list("What a pseudo-instruction is replaced by.", instructionName)),
      (
        "keyword_names",
        word(
          "What it does with the names of the next call's keyword arguments.",
          [("give", "sets them aside"), ("keep", "may stand in front of the call"), ("take", "is the call")])
      ),
      (
        "leaves",
        word("The block that it ends.", [("block", "a range of code with a handler"), ("handler", "a handler that runs")])
      ),
      (
        "reads",
        either(
          "How what it pushes reads, for people: a text with inputs and fields of the operand in braces.",
          [string("Of the one new value."), list("Several to choose from.", string("A text.")), named("By output.", either("A reading.", [string("A text."), list("Several.", string("A text."))]))])
      ),
      (
        "dis",
        mapping(
          "Where CPython's dis says something else.", [],
          [
            (
              "effect",
              either(
                "dis.stack_effect.", [number, mapping("By edge.", [], [("next", number), ("jump", number)])])
            ),
            ("text", named("What a set flag makes of the operand's text.", string("The text, with {} for the text so far; `hidden` for another field that has none."))),
            ("lists", lists),
          ])
      ),
    ]
  }

  var version: JSON {
    let numbers = named("Names with their numbers.", integer("The number.", 0...255))
    let cacheField = either(
      "A field, or `name: code units`.", [string("One code unit."), named("Several code units.", integer("Code units.", 1...4))])
    let instrumented = mapping(
      "A monitoring form.", ["number"],
      [
        ("number", integer("Its number.", 0...255)), ("of", instructionName),
        ("effect", integer("CPython's stack effect, if not that of the instruction.", -255...255)),
        ("hasarg", boolean("Whether hasarg lists it.")),
        ("lists", list("The lists of the opcode module.", .object([("enum", .array(opcodeLists.map { .string($0) }))]))),
      ])
    return file(
      "A Python version", ["version", "encoding", "exceptions", "file", "opcode_module", "real"],
      [
        ("version", version("The version.")),
        (
          "magic",
          mapping(
            "The magic numbers of its .pyc files, if releases.yaml does not have them.", ["first", "released"],
            [
              ("first", integer("The first one while the release was developed.", 0...65535)),
              ("released", integer("The one it was released with.", 0...65535)),
            ])
        ),
        ("read_only", boolean("Whether files of the version are only read and disassembled.")), ("encoding", encoding),
        (
          "semantics",
          list(
            "How code behaves beyond what its instructions say.",
            word("A rule.", VersionSpec.Semantics.allCases.map { ($0.rawValue, $0.doc) }))
        ), ("exceptions", exceptions), ("file", fileFormat),
        (
          "opcode_module",
          mapping(
            "What CPython's opcode module exports.", ["have_argument"],
            [
              ("have_argument", integer("opcode.HAVE_ARGUMENT.", 0...255)),
              ("metadata_module", boolean("Whether CPython has the generated module _opcode_metadata.")),
              ("opmap_starts_with", list("The names in front of opmap.", instructionName)),
              ("opmap_places", named("Names that stand elsewhere in opmap than their numbers say.", string("The name in front."))),
            ])
        ),
        ("caches", named("Inline caches.", list("The fields.", cacheField))), ("real", numbers), ("internal", numbers),
        ("specialized", named("By the instruction they stand for.", numbers)),
        ("instrumented", named("Monitoring forms.", instrumented)),
        ("pseudo", named("Names with their numbers.", integer("The number.", 256...511))),
        ("operands", named("The operands of a read-only version's instructions.", list("Their names.", string("A name.")))),
        ("dis", disStyle), ("values", values),
      ])
  }

  private var encoding: JSON {
    mapping(
      "How instructions become bytes.",
      ["code_unit", "jump_unit", "jumps_skip_caches", "extended_arg", "generator_start_depth"],
      [
        ("code_unit", integer("Bytes of a code unit.", 1...2)), ("jump_unit", integer("Bytes of a jump unit.", 1...2)),
        ("jumps_skip_caches", boolean("Whether jumps count from behind the caches.")), ("extended_arg", instructionName),
        ("cache", instructionName), ("longest_cache", integer("Code units of the longest cache.", 1...16)),
        ("generator_start_depth", integer("Slots on the stack when a generator starts.", 0...1)),
      ])
  }

  private var exceptions: JSON {
    mapping(
      "How handlers are found.", ["model"],
      [
        ("model", word("The design.", [("table", "the exception table of 3.11 on"), ("blocks", "the block stack up to 3.10")])),
        ("limit", integer("The most blocks of a frame.", 1...255)),
        ("entry_slots", integer("The slots that a handler starts with.", 1...16)),
      ])
  }

  private func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> JSON where Word.RawValue == String {
    .object([("enum", .array(Word.allCases.map { .string($0.rawValue) }))])
  }

  private var disStyle: JSON {
    mapping(
      "How the dis module prints. What is left out is as in the newest version.", [],
      [
        ("options", list("What can be asked for.", words(DisStyle.Option.self))), ("marks", words(DisStyle.Marks.self)),
        ("jump_targets", words(DisStyle.JumpTargets.self)), ("lines", words(DisStyle.Lines.self)),
        ("line_column", words(DisStyle.LineColumn.self)), ("columns", words(DisStyle.Columns.self)),
        ("operands", words(DisStyle.Operands.self)),
        ("cache_values", boolean("Whether the first row of an inline cache's field shows the value.")),
        ("fused_pairs", boolean("Whether CPython fuses pairs of instructions when it reads code.")),
        ("trailing_blanks", boolean("Whether blanks at the end of a line stay.")),
        ("empty_texts", boolean("Whether parentheses stand around a text that is empty.")),
      ])
  }

  private var values: JSON {
    mapping(
      "What values hash to, which decides the order of sets, and how they print.", [],
      [
        ("string_hash", words(ValueRules.StringHash.self)), ("tuple_hash", words(ValueRules.TupleHash.self)),
        ("none_hash", words(ValueRules.NoneHash.self)),
        ("unicode", integer("The version of Unicode that says what is printable, times 10.", 90...999)),
        ("int_digits", integer("The most decimal digits of an int, 0 for no limit.", 0...1_000_000)),
      ])
  }

  private var fileFormat: JSON {
    let field = JSON.object([("enum", .array(VersionSpec.FileFormat.knownCodeFields.map { .string($0) }))])
    return mapping(
      "The layout of .pyc files.", ["header", "marshal", "line_table", "code_fields"],
      [
        ("header", words(VersionSpec.FileFormat.Header.self)), ("marshal", integer("The version of marshal.", 0...255)),
        ("line_table", words(VersionSpec.FileFormat.LineTable.self)),
        ("strings", words(VersionSpec.FileFormat.Strings.self)),
        ("code_fields", list("The fields of a code object, in order.", field)),
      ])
  }
}
