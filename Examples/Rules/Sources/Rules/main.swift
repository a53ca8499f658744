// Business rules in Python inside a Swift program: Swift gives Python a function and values, and gets values and errors back.
//
//     swift run Rules ../../Examples/Rules/Programs/bytecode/3.13/rules.pyc
import Adder

let stock = ["tea": 120, "pot": 60, "cup": 12]

func order(_ customer: String, loyal: Bool, _ items: [(String, Double, Int)]) -> PythonValue {
  [
    "customer": ["name": .string(customer), "loyal": .bool(loyal)],
    "items": .list(items.map { ["name": .string($0.0), "price": .float($0.1), "count": .int($0.2)] }),
  ]
}

func main() throws {
  guard CommandLine.arguments.count == 2 else {
    print("usage: Rules rules.pyc")
    return
  }
  let python = try Interpreter()

  // The module `shop` that the rules import is made of Swift functions.
  let shop = try python.makeModule("shop")
  let stockFunction = try python.function("stock") { arguments, _ in
    guard let name = arguments.first?.string else { throw PythonError(raising: "TypeError", "stock() takes a name") }
    guard let count = stock[name] else { throw PythonError(raising: "KeyError", name) }
    return .int(count)
  }
  try shop.setAttribute("stock", to: .object(stockFunction))

  let rules = try python.run(contentsOf: CommandLine.arguments[1])
  let discount = try rules.attribute("discount")
  let orders = [
    order("Ada", loyal: true, [("tea", 4.5, 10), ("pot", 30, 2)]), order("Bo", loyal: false, [("cup", 3, 4)]),
    order("Cy", loyal: false, [("tea", 4.5, 1), ("spoon", 2, 1)]),
  ]
  for order in orders {
    let name = order["customer"]?["name"]?.string ?? "?"
    do {
      let result = try discount.call(order).value()
      print("\(name): \(result["percent"]?.int ?? 0) % off \(result["total"]?.double ?? 0)")
    } catch {
      print("\(name): \(error)")
    }
  }
  do {
    try rules.attribute("check").call(order("Di", loyal: false, []))
  } catch {
    print("Di: \(error.type) - \(error.message)")
  }
}

do {
  try main()
} catch {
  print("Rules: \(error)")
}
