/// The names that the compiler itself uses, as words of a tree.
struct KnownNames {
  let `super`, `class`, classDict, conditionalAnnotations, iterable, typeParameters, genericBase, defaults, keywordDefaults: UInt32
  let format, dunderTypeParameters, name, module, qualifiedName, firstLine, staticAttributes, classDictCell, classCell, doc: UInt32
  let annotations, annotate, annotateFunction, top, lambda, listComprehension, setComprehension, dictComprehension, generator: UInt32
  let debug, join, selfName, star, empty, `return`, annotation, assertionError: UInt32

  init(_ tree: SyntaxTree) {
    func word(_ name: String) -> UInt32 { tree.identifier(name).raw }
    `super` = word("super")
    `class` = word("__class__")
    classDict = word("__classdict__")
    conditionalAnnotations = word("__conditional_annotations__")
    iterable = word(".0")
    typeParameters = word(".type_params")
    genericBase = word(".generic_base")
    defaults = word(".defaults")
    keywordDefaults = word(".kwdefaults")
    format = word(".format")
    dunderTypeParameters = word("__type_params__")
    name = word("__name__")
    module = word("__module__")
    qualifiedName = word("__qualname__")
    firstLine = word("__firstlineno__")
    staticAttributes = word("__static_attributes__")
    classDictCell = word("__classdictcell__")
    classCell = word("__classcell__")
    doc = word("__doc__")
    annotations = word("__annotations__")
    annotate = word("__annotate__")
    annotateFunction = word("__annotate_func__")
    top = word("<module>")
    lambda = word("<lambda>")
    listComprehension = word("<listcomp>")
    setComprehension = word("<setcomp>")
    dictComprehension = word("<dictcomp>")
    generator = word("<genexpr>")
    debug = word("__debug__")
    join = word("join")
    selfName = word("self")
    star = word("*")
    empty = word("")
    `return` = word("return")
    annotation = word("_annotation")
    assertionError = word("AssertionError")
  }
}
