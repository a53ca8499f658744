/// The parts of a page that are the same on each.
enum DiffPageParts {
  /// Both colour schemes have contrasts of 4.5 and more between text and ground.
  static let style = """
    code, table.rows, dl.fields dd { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; }
    dl.files { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.75rem; margin: 0 0 0.75rem; }
    dl.files dt { font-weight: 600; padding: 0 0.5rem; border-radius: 0.25rem; }
    dl.files dt.removed { background: var(--removed); color: var(--removed-text); }
    dl.files dt.added { background: var(--added); color: var(--added-text); }
    dl.files dd { margin: 0; overflow-wrap: anywhere; }
    .badge.changed { background: var(--changed); color: var(--changed-text); border-color: transparent; }
    .badge.removed { background: var(--removed); color: var(--removed-text); border-color: transparent; }
    .badge.added { background: var(--added); color: var(--added-text); border-color: transparent; }
    .count { color: var(--faint); font-variant-numeric: tabular-nums; white-space: nowrap; margin-right: 0.25rem; }
    .count.changed { color: var(--changed-text); }
    .count.removed { color: var(--removed-text); }
    .count.added { color: var(--added-text); }
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
    body.differences-only tr.equal { display: none; }

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
