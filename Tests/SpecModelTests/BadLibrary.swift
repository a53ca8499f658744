/// Mistakes in the files of the library.
let library: [BadSpec] = [
  BadSpec(
    "a level described twice",
    "library/library.yaml:3:5: level 3.11 is described twice, first at library/library.yaml:2:5"
  ) {
    $0.replace("library/library.yaml", "\"3.12\"", with: "\"3.11\"")
  },
  BadSpec(
    "a feature whose name is not in small letters",
    "library/library.yaml:6:11: expected the name of the feature in small letters, such as `sum_of_floats`, but found `exactSum`"
  ) {
    $0.replace("library/library.yaml", "exact_sum", with: "exactSum")
  },
  BadSpec(
    "a feature of all levels",
    "library/library.yaml:6:11: feature `exact_sum` is the same at all levels: 3.8 -"
  ) {
    $0.replace("library/library.yaml", "versions: 3.12 -", with: "versions: 3.8 -")
  },
  BadSpec(
    "a feature of no level",
    "library/library.yaml:6:11: feature `exact_sum` is at no level: 3.9"
  ) {
    $0.replace("library/library.yaml", "versions: 3.12 -", with: "versions: 3.9")
  },
  BadSpec(
    "a feature defined twice",
    "library/library.yaml:9:11: feature `exact_sum` is defined twice, first at library/library.yaml:6:11"
  ) {
    $0.replace(
      "library/library.yaml", "    doc: Sums are exact.\n",
      with: "    doc: Sums are exact.\n  - name: exact_sum\n    versions: 3.12 -\n    doc: Again.\n")
  },
  BadSpec(
    "a message with a gap",
    "library/library.yaml:14:7: message `no_sum` goes on with 3.13, but 3.12 follows"
  ) {
    $0.replace("library/library.yaml", "3.12 -: no", with: "3.13 -: no")
  },
  BadSpec(
    "a message without a text for the newest level",
    "library/library.yaml:10:11: message `no_sum` has no text for 3.13"
  ) {
    $0.replace("library/library.yaml", "3.12 -: no", with: "\"3.12\": no")
  },
  BadSpec(
    "an unknown directive",
    "library/library.yaml:13:25: expected one of %T %B %F %R %S %A %N %%, perhaps with the argument's number as in %2S"
  ) {
    $0.replace("library/library.yaml", "no sum of %T\n", with: "no sum of %d\n")
  },
  BadSpec(
    "an argument that no message has",
    "library/library.yaml:14:25: a message has arguments 1 to 4, not 7"
  ) {
    $0.replace("library/library.yaml", "%2R", with: "%7R")
  },
  BadSpec(
    "a message that is the same at all levels",
    "library/library.yaml:10:11: message `no_sum` is the same at all levels"
  ) {
    $0.replace("library/library.yaml", "%2R and %T", with: "%T")
  },
  BadSpec(
    "a message raised at some levels only",
    "library/library.yaml:10:11: message `no_sum` is raised at some levels only"
  ) {
    $0.replace("library/library.yaml", "    raises: TypeError\n", with: "")
    $0.replace("library/library.yaml", "3.12 -: no sum of %2R and %T", with: "3.12 -: {raises: TypeError, text: none}")
  },
  BadSpec(
    "a member of all levels",
    "library/library.yaml:16:10: `sum` of `list` is the same at all levels: 3.11 -"
  ) {
    $0.replace("library/library.yaml", "{sum: 3.12 -}", with: "{sum: 3.11 -}")
  },
  BadSpec(
    "a range of versions that is none",
    "library/library.yaml:16:15: expected a range of versions such as `3.8 - 3.11`, `3.13 -` or `3.12`, but found `new`"
  ) {
    $0.replace("library/library.yaml", "{sum: 3.12 -}", with: "{sum: new}")
  },
  BadSpec(
    "a field in versions that are none",
    "library/library.yaml:19:16: expected a range of versions such as `3.8 - 3.11`, `3.13 -` or `3.12`, but found `new`"
  ) {
    $0.replace("library/library.yaml", "signatures:\n", with: "fields:\n  list: {size: new}\nsignatures:\n")
  },
  BadSpec(
    "a repeated member in versions that are none",
    "library/library.yaml:19:20: expected a range of versions such as `3.8 - 3.11`, `3.13 -` or `3.12`, but found `new`"
  ) {
    $0.replace("library/library.yaml", "signatures:\n", with: "repeated:\n  list: {__init__: new}\nsignatures:\n")
  },
  BadSpec(
    "a signature of another function",
    "library/library.yaml:20:20: expected a signature `sum(...)`, but found `total(self)`"
  ) {
    $0.replace("library/library.yaml", "sum(self, <start=0>)", with: "total(self)")
  },
  BadSpec(
    "a field of nodes that there are not",
    "library/library.yaml:19:31: there is no kind of nodes `thing`"
  ) {
    $0.replace("library/library.yaml", "signatures:\n", with: "nodes:\n  expr: {constructors: {Name: thing id}}\nsignatures:\n")
  },
  BadSpec(
    "a field without a type",
    "library/library.yaml:19:31: expected a field such as `expr* values` or `expr? value [3.12 -]`, but found `id`"
  ) {
    $0.replace("library/library.yaml", "signatures:\n", with: "nodes:\n  expr: {constructors: {Name: id}}\nsignatures:\n")
  },
  BadSpec(
    "a field that a class has twice",
    "library/library.yaml:20:13: the field `id` is there twice in a version"
  ) {
    $0.replace("library/library.yaml", "signatures:\n", with: "nodes:\n  expr:\n    fields: int id, int id\nsignatures:\n")
  },
  BadSpec(
    "an unknown key in the library",
    "library/library.yaml:15:1: unknown key in a file of the library: `member`; did you mean `members`?"
  ) {
    $0.replace("library/library.yaml", "members:", with: "member:")
  },
]
