import Foundation
import Testing

/// A headless Chromium, driven by the messages of the DevTools protocol through a pair of pipes. It has no network: what a page asks for is recorded
/// and fails.
///
/// One browser serves all tests, which take turns; it ends with the process that holds its pipes.
final class Browser {
  struct Problem: Error, CustomStringConvertible { let description: String }

  /// Where a browser is: CHROMIUM in the environment, or one of the usual names.
  static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["CHROMIUM"] { return path }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let places = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    let applications = ["Chromium", "Google Chrome"].map { "/Applications/\($0).app/Contents/MacOS/\($0)" }
    return (places + applications).first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  nonisolated(unsafe) private static var running: Browser?

  /// The browser, which is started when it is first asked for.
  static func shared() throws -> Browser {
    if let running { return running }
    let browser = try Browser()
    running = browser
    return browser
  }

  // MARK: Pipes

  private let commands: Int32
  private let answers: Int32
  private var received: [UInt8] = []
  private var number = 0
  private var session: String?
  private(set) var events: [(method: String, parameters: [String: Any])] = []

  /// The shell gives the browser its pipes as files 3 and 4, and clears up behind it.
  private static let script = """
    "$1" --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --remote-debugging-pipe --user-data-dir="$0/profile" \
      3<"$0/commands" 4>"$0/answers" >/dev/null 2>&1 </dev/null
    rm -rf "$0"
    """

  private init() throws {
    let program: String = try #require(Browser.program)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adder-browser-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard mkfifo(folder + "/commands", 0o600) == 0, mkfifo(folder + "/answers", 0o600) == 0 else { throw Problem(description: "no pipes") }
    // A browser that is gone is an error of the next message, not a signal.
    signal(SIGPIPE, SIG_IGN)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", Browser.script, folder, program]
    try shell.run()
    commands = open(folder + "/commands", O_WRONLY | O_CLOEXEC)
    answers = open(folder + "/answers", O_RDONLY | O_CLOEXEC)
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
    session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log"] { try call(domain + ".enable") }
    try call("Network.emulateNetworkConditions", ["offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1])
  }

  /// Sends a command and waits for its answer; what happens in between is added to `events`.
  @discardableResult
  func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try send(Array(try JSONSerialization.data(withJSONObject: message)) + [0])
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == number else {
        note(answer)
        continue
      }
      if let error = answer["error"] { throw Problem(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func note(_ message: [String: Any]) {
    if let method = message["method"] as? String { events.append((method, message["params"] as? [String: Any] ?? [:])) }
  }

  private func send(_ bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(commands, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Problem(description: "the browser is gone") }
      start += count
    }
  }

  private func receive() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = Data(received[..<end])
        received.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var state = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 30_000) > 0 else { throw Problem(description: "the browser does not answer") }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers, &buffer, buffer.count)
      guard count > 0 else { throw Problem(description: "the browser is gone") }
      received += buffer[..<count]
    }
  }

  private func wait(for method: String) throws {
    while !events.contains(where: { $0.method == method }) { note(try receive()) }
  }

  // MARK: Pages

  /// Opens a file in a window of a size, in the light or the dark scheme.
  func show(_ path: String, width: Int = 1400, height: Int = 900, isDark: Bool = false) throws {
    try call("Emulation.setDeviceMetricsOverride", ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try setMedia("screen", isDark: isDark)
    events = []
    try call("Page.navigate", ["url": URL(fileURLWithPath: path).absoluteString])
    try wait(for: "Page.loadEventFired")
  }

  func setMedia(_ media: String, isDark: Bool = false) throws {
    try call("Emulation.setEmulatedMedia", ["media": media, "features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
  }

  /// The addresses that were asked for since the page was opened.
  var requests: [String] {
    events.filter { $0.method == "Network.requestWillBeSent" }.compactMap { ($0.parameters["request"] as? [String: Any])?["url"] as? String }
  }

  /// Exceptions of scripts and messages for developers since the page was opened.
  var complaints: [String] {
    events.filter { ["Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"].contains($0.method) }.map { "\($0)" }
  }

  /// The value of an expression in the page.
  func value<Value>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
    let answer = try call("Runtime.evaluate", ["expression": expression, "returnByValue": true])
    if let exception = answer["exceptionDetails"] { throw Problem(description: "\(expression): \(exception)") }
    let result = answer["result"] as? [String: Any]
    guard let value = result?["value"] as? Value else { throw Problem(description: "\(expression) is \(String(describing: result))") }
    return value
  }

  func text(_ expression: String) throws -> String { try value(expression, as: String.self) }
  func texts(_ expression: String) throws -> [String] { try value(expression, as: [String].self) }
  func holds(_ expression: String) throws -> Bool { try value(expression, as: Bool.self) }

  /// Waits until an expression is true, for what a page does when it comes to it; false if it does not.
  func sees(_ expression: String) throws -> Bool {
    for _ in 0..<100 {
      if try holds(expression) { return true }
      usleep(20_000)
    }
    return false
  }

  private static let keyCodes = ["Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40]

  /// Presses and releases keys, as the operating system would report them.
  func press(_ keys: String..., shift: Bool = false) throws {
    for key in keys {
      let code = Browser.keyCodes[key] ?? Int(key.uppercased().unicodeScalars.first?.value ?? 0)
      var event: [String: Any] = ["key": key, "code": key.count > 1 ? key : "Key\(key.uppercased())", "windowsVirtualKeyCode": code, "modifiers": shift ? 8 : 0]
      let text = key == "Enter" ? "\r" : key.count == 1 ? key : nil
      try call("Input.dispatchKeyEvent", event.merging(["type": text == nil ? "rawKeyDown" : "keyDown", "text": text ?? ""]) { $1 })
      event["type"] = "keyUp"
      try call("Input.dispatchKeyEvent", event)
    }
  }

  /// Clicks with the mouse in the middle of an element, after bringing it into view.
  func click(_ selector: String) throws {
    let place = try value(
      "(function (element) { element.scrollIntoView({ block: 'center' }); var box = element.getBoundingClientRect(); "
        + "return [box.x + box.width / 2, box.y + box.height / 2]; })(document.querySelector('\(selector)'))", as: [Double].self)
    for type in ["mousePressed", "mouseReleased"] {
      try call("Input.dispatchMouseEvent", ["type": type, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  /// The pages of paper that the page is printed on, as the bytes of a PDF file.
  func printed() throws -> [UInt8] {
    let data = try call("Page.printToPDF", ["printBackground": true])["data"] as? String ?? ""
    return Array(Data(base64Encoded: data) ?? Data())
  }

  /// Writes what the window shows to a PNG file.
  func takePicture(_ path: String) throws {
    let data = try call("Page.captureScreenshot", ["format": "png"])["data"] as? String ?? ""
    try (Data(base64Encoded: data) ?? Data()).write(to: URL(fileURLWithPath: path))
  }
}
