extension SchemaEmitter {
  /// The files of `library/`.
  var library: JSON {
    let level = mapping(
      "A language level.", ["version", "micro", "unicode"],
      [
        ("version", version("Its Python version.")), ("micro", integer("The patch release.", 0...255)),
        ("unicode", version("The version of the Unicode database.")),
      ])
    let feature = mapping(
      "A feature.", ["name", "versions", "doc"],
      [
        ("name", string("The name by which Swift code asks for it.")), ("versions", range),
        ("doc", string("What holds in these versions.")),
      ])
    let raised = mapping(
      "The text of another exception.", ["raises", "text"],
      [("raises", string("The type of the exception.")), ("text", string("The text."))])
    let text = either("What the message is in these versions.", [string("The text."), raised])
    let message = mapping(
      "A message.", ["name", "texts"],
      [
        ("name", string("The name by which Swift code raises it.")), ("raises", string("The type of the exception.")),
        ("texts", named("By range of versions; %T, %R and the like stand for the arguments, as in Thread.raise.", text)),
      ])
    let members = named("The members of a type or module, each with the versions that have it.", range)
    let fields = named("The fields of a type, each with the versions in which it is one.", range)
    let repeated = named("The members of a type that are what it would inherit, each with the versions that have it.", range)
    let signatures = named("The functions of a type or module.", named("By range of versions.", string("The signature.")))
    return file(
      "What differs between versions in builtins and modules", [],
      [
        ("levels", list("The language levels.", level)), ("features", list("Facts that Swift code asks for.", feature)),
        ("messages", list("Texts that differ.", message)), ("members", named("By type, or `module` and name.", members)),
        ("fields", named("By type.", fields)), ("repeated", named("By type.", repeated)),
        ("signatures", named("By type, or `module` and name.", signatures)), ("nodes", named("By kind.", syntaxSum)),
      ])
  }

  private var syntaxSum: JSON {
    let fields = JSON.object([("description", .string("Fields such as `expr left, type_param* type_params [3.12 -]`."))])
    return mapping(
      "A kind of syntax tree nodes.", [],
      [
        ("versions", range), ("attributes", fields), ("fields", fields),
        ("constructors", named("The classes: their fields, or a mapping of `versions` and `fields`.", fields)),
      ])
  }

  private var range: JSON { version("The versions: `3.8 - 3.11`, `3.13 -` or `3.12`.") }
}
