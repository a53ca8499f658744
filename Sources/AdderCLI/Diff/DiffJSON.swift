import Bytecode

/// Writes comparisons as JSON; Documentation/DisassemblyFormat.md explains the keys.
enum DiffJSON {
  /// An object for one comparison, an array for several.
  static func text(_ reports: [DiffReport]) -> [UInt8] {
    var json = JSONWriter()
    if reports.count == 1 {
      append(reports[0], to: &json)
    } else {
      json.array { json in for report in reports { append(report, to: &json) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func append(_ report: DiffReport, to json: inout JSONWriter) {
    json.object { json in
      for (key, file) in [("old", report.oldFile), ("new", report.newFile)] {
        json.key(key)
        json.object(isInline: true) { json in
          json.key("file")
          json.value(file.path)
          json.key("python")
          json.value(file.version.description)
        }
      }
      for (key, count) in [("code_object_counts", report.comparison.functionCount), ("instruction_counts", report.comparison.rowCount)] {
        json.key(key)
        json.object(isInline: true) { json in
          for change in CodeComparison.Change.allCases {
            json.key(change.rawValue)
            json.value(count(change))
          }
        }
      }
      json.key("code_objects")
      json.array { json in for function in report.comparison.functions { append(function, to: &json) } }
    }
  }

  private static func append(_ function: FileComparison.Function, to json: inout JSONWriter) {
    json.object { json in
      json.key("qualname")
      json.value(function.name)
      json.key("change")
      json.value(function.change.rawValue)
      json.key("firstlineno")
      json.array(isInline: true) { json in
        json.value(function.old?.firstLine)
        json.value(function.new?.firstLine)
      }
      json.key("fields")
      json.array { json in for field in function.comparison.fields { append(field, to: &json) } }
      json.key("instructions")
      json.array { json in
        for (number, row) in function.comparison.rows.enumerated() { append(row, number, function.comparison, to: &json) }
      }
    }
  }

  private static func append(_ field: FieldChange, to json: inout JSONWriter) {
    json.object(isInline: true) { json in
      json.key("name")
      json.value(field.name)
      for (key, values) in [("removed", field.removed), ("added", field.added)] {
        json.key(key)
        json.array { json in for value in values { json.value(value) } }
      }
    }
  }

  private static func append(_ row: CodeComparison.Row, _ number: Int, _ comparison: CodeComparison, to json: inout JSONWriter) {
    json.object(isInline: true) { json in
      json.key("change")
      json.value(row.change.rawValue)
      json.key("label")
      if let label = comparison.label(number) { json.value(label) } else { json.null() }
      for (key, side) in [("old", CodeComparison.Side.old), ("new", .new)] {
        json.key(key)
        guard let instruction = comparison.instruction(row, side) else {
          json.null()
          continue
        }
        json.object { json in
          json.key("offset")
          json.value(instruction.offset)
          json.key("line")
          json.value(instruction.line)
          json.key("name")
          json.value(instruction.name)
          json.key("operand")
          json.value(instruction.operand)
        }
      }
    }
  }
}
