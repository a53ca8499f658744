/// The parts of a page that are the same on each.
enum DiffPageParts {
  /// Both colour schemes have contrasts of 4.5 and more between text and ground.
  static let style = """
    :root {
      --ground: #ffffff; --panel: #f6f7f9; --text: #1b1f24; --faint: #5a6370; --border: #d5d9df; --link: #0b57b8;
      --removed: #fdecea; --removed-strong: #f7c6c1; --removed-text: #8f1d14;
      --added: #e6f5ea; --added-strong: #b6e3c2; --added-text: #125c2a;
      --changed: #fff7dd; --changed-text: #6d4c00; --none: #f1f2f4; --focus: #0b57b8;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171b; --panel: #1c2026; --text: #e2e6eb; --faint: #9aa4b0; --border: #363d47; --link: #7db4ff;
        --removed: #3a1f20; --removed-strong: #6b2b2b; --removed-text: #ffb4ab;
        --added: #17301f; --added-strong: #215733; --added-text: #9be0ae;
        --changed: #35301c; --changed-text: #f0d27a; --none: #1a1d22; --focus: #7db4ff;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
    main { padding: 0 1.5rem 4rem; max-width: 110rem; margin: 0 auto; }
    main:focus { outline: none; }
    section + section { border-top: 2px solid var(--border); margin-top: 3rem; }
    h1 { font-size: 1.5rem; margin: 1.5rem 0 0.75rem; overflow-wrap: anywhere; }
    code, table.rows, dl.fields dd { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; }
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
    dl.files { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.75rem; margin: 0 0 0.75rem; }
    dl.files dt { font-weight: 600; padding: 0 0.5rem; border-radius: 0.25rem; }
    dl.files dt.removed { background: var(--removed); color: var(--removed-text); }
    dl.files dt.added { background: var(--added); color: var(--added-text); }
    dl.files dd { margin: 0; overflow-wrap: anywhere; }
    .summary { margin: 0 0 1rem; }
    table { border-collapse: collapse; }
    table.list { margin-bottom: 1.5rem; }
    table.list th { text-align: left; font-weight: 600; color: var(--faint); font-size: 0.9em; padding: 0.1rem 1.25rem 0.1rem 0; }
    table.list td { padding: 0.15rem 1.25rem 0.15rem 0; vertical-align: top; border-top: 1px solid var(--border); }
    table.list td:last-child { color: var(--faint); }
    .badge { display: inline-block; padding: 0 0.5rem; border-radius: 1rem; font-size: 0.85em; background: var(--panel); color: var(--faint);
      border: 1px solid var(--border); white-space: nowrap; }
    .badge.changed { background: var(--changed); color: var(--changed-text); border-color: transparent; }
    .badge.removed { background: var(--removed); color: var(--removed-text); border-color: transparent; }
    .badge.added { background: var(--added); color: var(--added-text); border-color: transparent; }
    .count { color: var(--faint); font-variant-numeric: tabular-nums; white-space: nowrap; margin-right: 0.25rem; }
    .count.changed { color: var(--changed-text); }
    .count.removed { color: var(--removed-text); }
    .count.added { color: var(--added-text); }
    details { border: 1px solid var(--border); border-radius: 0.5rem; margin: 0 0 1rem; scroll-margin-top: 3.5rem; }
    summary { padding: 0.5rem 0.9rem; cursor: pointer; background: var(--panel); border-radius: 0.5rem; overflow-wrap: anywhere; }
    details[open] > summary { border-radius: 0.5rem 0.5rem 0 0; border-bottom: 1px solid var(--border); }
    summary code { font-weight: 600; font-size: 1em; }
    summary .line { color: var(--faint); margin: 0 0.5rem; }
    summary .counts { margin-left: 0.5rem; }
    dl.fields { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0; padding: 0.75rem 0.9rem; scroll-margin-top: 5rem;
      border-bottom: 1px solid var(--border); }
    dl.fields dt { color: var(--faint); }
    dl.fields dd { margin: 0; overflow-wrap: anywhere; }
    del, ins { text-decoration: none; border-radius: 0.2rem; padding: 0 0.2rem; }
    del { background: var(--removed-strong); color: var(--text); }
    ins { background: var(--added-strong); color: var(--text); }
    dl.fields del, dl.fields ins { margin-right: 0.2rem; }
    dl.fields .elements del::before { content: "\\2212\\00a0"; }
    dl.fields .elements ins::before { content: "+\\00a0"; }
    .scroll { overflow-x: auto; }
    table.rows { width: 100%; line-height: 1.45; }
    table.rows th { text-align: left; font-weight: 600; color: var(--faint); padding: 0.25rem 0.5rem; font-family: system-ui, sans-serif; }
    table.rows td { padding: 0.05rem 0.5rem; vertical-align: top; white-space: nowrap; scroll-margin-top: 6rem; }
    table.rows td.operand { width: 32%; white-space: pre-wrap; overflow-wrap: anywhere; min-width: 9rem; }
    table.rows td.number { text-align: right; color: var(--faint); font-variant-numeric: tabular-nums; }
    table.rows th:nth-child(1), table.rows th:nth-child(3), table.rows th:nth-child(7), table.rows th:nth-child(9) { text-align: right; }
    table.rows thead tr:first-child th { text-align: left; }
    table.rows td.label { color: var(--link); }
    table.rows td.mark { text-align: center; font-weight: 700; border-left: 1px solid var(--border); border-right: 1px solid var(--border); }
    table.rows td.none { background: var(--none); }
    tr.changed { background: var(--changed); }
    tr.changed .mark { color: var(--changed-text); }
    tr.removed td:not(.none):not(.mark) { background: var(--removed); }
    tr.removed .mark { color: var(--removed-text); }
    tr.added td:not(.none):not(.mark) { background: var(--added); }
    tr.added .mark { color: var(--added-text); }
    tr.gap td { text-align: center; color: var(--faint); background: var(--panel); font-family: system-ui, sans-serif; }
    tr.difference { scroll-margin-top: 6rem; scroll-margin-bottom: 6rem; }
    .current { outline: 2px solid var(--focus); outline-offset: -1px; }
    body.differences-only tr.equal { display: none; }
    @media print { .toolbar, .skip { display: none; } }

    """

  /// Without a script there is nothing for the buttons to do; the script shows them.
  static let toolbar = """
    <div class="toolbar" role="toolbar" aria-label="Differences" hidden="hidden">
    <button type="button" data-do="next" aria-keyshortcuts="n">Next difference <kbd>n</kbd></button>
    <button type="button" data-do="previous" aria-keyshortcuts="p">Previous <kbd>p</kbd></button>
    <button type="button" data-do="only" aria-keyshortcuts="e" aria-pressed="false">Differences only <kbd>e</kbd></button>
    <button type="button" data-do="open" aria-keyshortcuts="o">Open all <kbd>o</kbd></button>
    <button type="button" data-do="close" aria-keyshortcuts="c">Close all <kbd>c</kbd></button>
    <span class="position" role="status" aria-live="polite"></span>
    </div>

    """

  /// Has no character that XML or HTML would take for markup.
  static let script = """
    (function () {
      'use strict';
      var differences = Array.from(document.querySelectorAll('.difference'));
      var toolbar = document.querySelector('.toolbar');
      var position = document.querySelector('.position');
      var only = document.querySelector('[data-do=only]');
      var current = -1;
      function say() {
        var count = differences.length;
        position.textContent = current === -1 ? count + (count === 1 ? ' difference' : ' differences') : (current + 1) + ' of ' + count;
      }
      function go(step) {
        var count = differences.length;
        if (count === 0) { return; }
        if (current !== -1) { differences[current].classList.remove('current'); }
        current = current === -1 ? (step === 1 ? 0 : count - 1) : (current + step + count) % count;
        var element = differences[current];
        element.closest('details').open = true;
        element.classList.add('current');
        element.focus({ preventScroll: true });
        element.scrollIntoView({ block: 'center' });
        say();
      }
      function openAll(value) {
        document.querySelectorAll('details').forEach(function (element) { element.open = value; });
      }
      var actions = {
        next: function () { go(1); },
        previous: function () { go(-1); },
        only: function () { only.setAttribute('aria-pressed', String(document.body.classList.toggle('differences-only'))); },
        open: function () { openAll(true); },
        close: function () { openAll(false); }
      };
      var keys = { n: 'next', p: 'previous', e: 'only', o: 'open', c: 'close' };
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        var action = actions[keys[event.key]];
        if (action) { action(); event.preventDefault(); }
      });
      toolbar.addEventListener('click', function (event) {
        var button = event.target.closest('button');
        if (button) { actions[button.dataset.do](); }
      });
      /* A link to a code object opens it. */
      function reveal() {
        var target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
        if (target) { if (target.tagName === 'DETAILS') { target.open = true; } }
      }
      window.addEventListener('hashchange', reveal);
      reveal();
      toolbar.hidden = false;
      say();
    })();

    """
}
