/// What the pages for browsers have in common.
enum PageParts {
  /// The head of a page, up to its body. Both colour schemes have contrasts of 4.5 and more between text and ground.
  /// - Parameters:
  ///   - title: escaped.
  ///   - main: the id of the element that holds the content, and what it is.
  static func head(title: String, style: String, main: (id: String, word: String)) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>\(title)</title>
    <style>
    \(PageParts.style)\(style)</style>
    </head>
    <body>
    <a class="skip" href="#\(main.id)">Skip to the \(main.word)</a>

    """
  }

  private static let style = """
    :root {
      --ground: #ffffff; --panel: #f6f7f9; --text: #1b1f24; --faint: #5a6370; --border: #d5d9df; --link: #0b57b8;
      --removed: #fdecea; --removed-strong: #f7c6c1; --removed-text: #8f1d14;
      --added: #e6f5ea; --added-strong: #b6e3c2; --added-text: #125c2a;
      --changed: #fff7dd; --changed-text: #6d4c00; --none: #f1f2f4; --focus: #0b57b8; --selected: #fdeeb8;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ground: #14171b; --panel: #1c2026; --text: #e2e6eb; --faint: #9aa4b0; --border: #363d47; --link: #7db4ff;
        --removed: #3a1f20; --removed-strong: #6b2b2b; --removed-text: #ffb4ab;
        --added: #17301f; --added-strong: #215733; --added-text: #9be0ae;
        --changed: #35301c; --changed-text: #f0d27a; --none: #1a1d22; --focus: #7db4ff; --selected: #3b3519;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
    main { padding: 0 1.5rem 4rem; max-width: 110rem; margin: 0 auto; }
    main:focus { outline: none; }
    section + section { border-top: 2px solid var(--border); margin-top: 3rem; }
    h1 { font-size: 1.5rem; margin: 1.5rem 0 0.75rem; overflow-wrap: anywhere; }
    a { color: var(--link); }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.5rem; z-index: 3; }
    .toolbar { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem;
      padding: 0.5rem 1.5rem; background: var(--panel); border-bottom: 1px solid var(--border); }
    .toolbar[hidden] { display: none; }
    .toolbar button { font: inherit; font-size: 0.9em; padding: 0.15rem 0.6rem; color: var(--text); background: var(--ground);
      border: 1px solid var(--border); border-radius: 0.35rem; cursor: pointer; }
    .toolbar kbd { font: inherit; font-weight: 600; color: var(--faint); }
    .toolbar .position { color: var(--faint); margin-left: auto; font-variant-numeric: tabular-nums; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
    .summary { margin: 0 0 1rem; }
    nav { overflow-x: auto; }
    table { border-collapse: collapse; }
    table.list { margin-bottom: 1.5rem; }
    table.list th { text-align: left; font-weight: 600; color: var(--faint); font-size: 0.9em; padding: 0.1rem 1.25rem 0.1rem 0; }
    table.list td { padding: 0.15rem 1.25rem 0.15rem 0; vertical-align: top; border-top: 1px solid var(--border); }
    table.list td:last-child { color: var(--faint); }
    .badge { display: inline-block; padding: 0 0.5rem; border-radius: 1rem; font-size: 0.85em; background: var(--panel); color: var(--faint);
      border: 1px solid var(--border); white-space: nowrap; }
    details { border: 1px solid var(--border); border-radius: 0.5rem; margin: 0 0 1rem; scroll-margin-top: 3.5rem; }
    summary { padding: 0.5rem 0.9rem; cursor: pointer; background: var(--panel); border-radius: 0.5rem; overflow-wrap: anywhere; }
    details[open] > summary { border-radius: 0.5rem 0.5rem 0 0; border-bottom: 1px solid var(--border); }
    summary code { font-weight: 600; font-size: 1em; }
    summary .line { color: var(--faint); margin: 0 0.5rem; }
    .scroll { overflow-x: auto; }
    .current { outline: 2px solid var(--focus); outline-offset: -1px; }
    .toolbar button[hidden] { display: none; }
    @media (max-width: 48rem) {
      main { padding: 0 0.75rem 4rem; }
      .toolbar { flex-wrap: nowrap; overflow-x: auto; padding: 0.5rem 0.75rem; }
      .toolbar > * { flex: none; }
    }
    @media print {
      .toolbar, .skip { display: none; }
      .scroll { overflow: visible; }
      tr { break-inside: avoid; }
      details, summary { border-radius: 0; }
    }

    """
}
