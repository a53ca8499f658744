import Runtime

// The exception types with attributes of their own.

/// A writable attribute that lives in field `index`; deleting sets it to None.
private func member(_ name: StaticString, _ doc: StaticString, get: NativeBody, set: NativeBody) -> NativeAttributeSpec {
  NativeAttributeSpec(name, doc, get: get, set: set)
}

private let get0: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(0) }
private let get1: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(1) }
private let get2: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(2) }
private let get3: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(3) }
private let get4: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(4) }
private let get5: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(5) }
private let get6: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(6) }
private let get7: NativeBody = { t, a throws(Raised) in a[0].unchecked(as: ExceptionObject.self).field(7) }
private let set0: NativeBody = { t, a throws(Raised) in setField(a, 0) }
private let set1: NativeBody = { t, a throws(Raised) in setField(a, 1) }
private let set2: NativeBody = { t, a throws(Raised) in setField(a, 2) }
private let set3: NativeBody = { t, a throws(Raised) in setField(a, 3) }
private let set4: NativeBody = { t, a throws(Raised) in setField(a, 4) }
private let set5: NativeBody = { t, a throws(Raised) in setField(a, 5) }
private let set6: NativeBody = { t, a throws(Raised) in setField(a, 6) }
private let set7: NativeBody = { t, a throws(Raised) in setField(a, 7) }

private let readOnly: NativeBody = { t, a throws(Raised) in throw t.raise(t.types.attributeError, "readonly attribute") }

private func setField(_ a: Slots, _ index: Int) -> Value {
  a[0].unchecked(as: ExceptionObject.self).fields[index] = a[1]
  return .none
}

extension ExceptionTables {
  static var withFields: [TypeSpec] {
    [
      TypeSpec("StopIteration", doc: "Signal the end from iterator.__next__().", functions: [initializer], attributes: [
        member("value", "generator return value", get: get0, set: set0)
      ]),
      TypeSpec("SystemExit", doc: "Request to exit from the interpreter.", functions: [initializer], attributes: [
        member("code", "exception code", get: get0, set: set0)
      ]),
      TypeSpec("NameError", doc: "Name not found globally.", functions: [initializer], attributes: [member("name", "name", get: get0, set: set0)]),
      TypeSpec("AttributeError", doc: "Attribute not found.", functions: [
        initializer,
        .init("__getstate__(self, /)") { t, a throws(Raised) in try ExceptionTables.attributeErrorState(t, a[0].unchecked()) }
      ], attributes: [
        member("name", "attribute name", get: get0, set: set0), member("obj", "object", get: get1, set: set1),
      ]),
      TypeSpec("ImportError", doc: "Import can't find module, or can't find name in module.", functions: [initializer, textOfFields], attributes: [
        member("name", "module name", get: get0, set: set0), member("path", "module path", get: get1, set: set1),
        member("msg", "exception message", get: get2, set: set2), member("name_from", "name imported from module", get: get3, set: set3),
      ]),
      TypeSpec("OSError", doc: "Base class for I/O related errors.", functions: [initializer, textOfFields], attributes: [
        member("errno", "POSIX exception code", get: get0, set: set0), member("strerror", "exception strerror", get: get1, set: set1),
        member("filename", "exception filename", get: get2, set: set2),
        member("filename2", "second exception filename", get: get3, set: set3),
        NativeAttributeSpec("characters_written", get: { t, a throws(Raised) in
          let written = a[0].unchecked(as: ExceptionObject.self).fields[ExceptionField.osCharactersWritten]
          if written.isNull { throw t.raise(t.types.attributeError, "characters_written") }
          return written
        }, set: { t, a throws(Raised) in
          let isSet = !a[0].unchecked(as: ExceptionObject.self).fields[ExceptionField.osCharactersWritten].isNull
          if a[1].isNull, !isSet { throw t.raise(t.types.attributeError, "characters_written") }
          let count = a[1].isNull ? .null : try t.asIndexObject(a[1])
          if !a[1].isNull, IntOperand(count).asInt == nil { throw t.raise(t.types.valueError, "cannot fit '%T' into an index-sized integer", a[1]) }
          // CPython marks by -1 that there is none.
          a[0].unchecked(as: ExceptionObject.self).fields[ExceptionField.osCharactersWritten] = count == Value(small: -1) ? .null : count
          return .none
        }),
      ]),
      TypeSpec("BlockingIOError", doc: "I/O operation would block."),
      TypeSpec("SyntaxError", doc: "Invalid syntax.", functions: [initializer, textOfFields], attributes: [
        member("msg", "exception msg", get: get0, set: set0), member("filename", "exception filename", get: get1, set: set1),
        member("lineno", "exception lineno", get: get2, set: set2), member("offset", "exception offset", get: get3, set: set3),
        member("text", "exception text", get: get4, set: set4), member("end_lineno", "exception end lineno", get: get5, set: set5),
        member("end_offset", "exception end offset", get: get6, set: set6),
        member("print_file_and_line", "exception print_file_and_line", get: get7, set: set7),
      ]),
      TypeSpec("UnicodeEncodeError", doc: "Unicode encoding error.", functions: [initializer, textOfFields], attributes: unicodeAttributes),
      TypeSpec("UnicodeDecodeError", doc: "Unicode decoding error.", functions: [initializer, textOfFields], attributes: unicodeAttributes),
      TypeSpec("UnicodeTranslateError", doc: "Unicode translation error.", functions: [initializer, textOfFields], attributes: unicodeAttributes),
    ]
  }

  private static let unicodeAttributes: [NativeAttributeSpec] = [
    member("encoding", "exception encoding", get: get0, set: set0), member("object", "exception object", get: get1, set: set1),
    NativeAttributeSpec("start", "exception start", get: { t, a throws(Raised) in
      try t.int(unicodeRange(a[0].unchecked()).0)
    }, set: { t, a throws(Raised) in try setIndex(t, a, ExceptionField.unicodeStart) }),
    NativeAttributeSpec("end", "exception end", get: { t, a throws(Raised) in
      try t.int(unicodeRange(a[0].unchecked()).1)
    }, set: { t, a throws(Raised) in try setIndex(t, a, ExceptionField.unicodeEnd) }),
    member("reason", "exception reason", get: get4, set: set4),
  ]

  private static func setIndex(_ t: Thread, _ a: Slots, _ field: Int) throws(Raised) -> Value {
    if a[1].isNull { throw t.raise(t.types.typeError, "can't delete numeric/char attribute") }
    if !t.isInt(a[1]) { throw t.raise(t.types.typeError, "an integer is required") }
    a[0].unchecked(as: ExceptionObject.self).fields[field] = try t.int(try t.sizeArgument(a[1]))
    return .none
  }

  // MARK: - Groups

  static let group = TypeSpec(
    "BaseExceptionGroup", doc: "A combination of multiple unrelated exceptions.",
    functions: [
      textOfFields,
      .init("derive(self, excs, /)") { t, a throws(Raised) in
        try t.exceptionGroup(a[0].unchecked(as: ExceptionObject.self).field(ExceptionField.groupMessage), a[1])
      },
      .init("split(self, matcher_value, /)") { t, a throws(Raised) in
        let parts = try t.splitException(a[0], try t.exceptionMatcher(a[1]), wantsRest: true)
        return try t.tuple(orNone(parts.first), orNone(parts.second))
      },
      .init("subgroup(self, matcher_value, /)") { t, a throws(Raised) in
        orNone(try t.splitException(a[0], try t.exceptionMatcher(a[1]), wantsRest: false).first)
      },
      .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
    ],
    attributes: [
      .init("message", "exception message", get: get0, set: readOnly), .init("exceptions", "nested exceptions", get: get1, set: readOnly),
    ])
}
