/// The parts of a page of explanations that are the same on each.
enum ExplanationPageParts {
  /// The height of a line and the distance of two arrows, in pixels.
  static let rowHeight = 22
  static let laneWidth = 10

  static let style = """
    code, table.code, #panel ol { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.95em; }
    main { max-width: none; padding-bottom: 16rem; }
    .columns { display: flex; gap: 1.5rem; padding: 0.5rem 0.9rem; }
    .version { flex: 1 0 auto; }
    .version + .version { border-top: none; border-left: 1px solid var(--border); margin-top: 0; padding-left: 1.5rem; }
    h2 { font-size: 1.05rem; margin: 0.25rem 0; }
    .facts { color: var(--faint); margin: 0 0 0.5rem; font-size: 0.9em; }
    .problem { color: var(--removed-text); }
    table.code { border-collapse: collapse; }
    table.code tr { height: \(rowHeight)px; }
    table.code td { height: \(rowHeight)px; line-height: \(rowHeight)px; padding: 0 0.6rem 0 0; white-space: pre; }
    table.code td.arrows { vertical-align: top; padding: 0 0.25rem 0 0; }
    table.code td.number { text-align: right; color: var(--faint); font-variant-numeric: tabular-nums; }
    table.code td.stack { color: var(--faint); max-width: 32rem; overflow: hidden; text-overflow: ellipsis; }
    table.code .badge { font-size: 0.8em; line-height: 1.3; }
    tr.source td { font-weight: 600; border-top: 1px solid var(--border); }
    tr.remark td { color: var(--faint); font-family: system-ui, sans-serif; font-size: 0.9em; }
    tr.row { cursor: pointer; scroll-margin: 8rem 0 18rem; }
    tr.unreachable { opacity: 0.6; }
    tr.return .badge, tr.yield .badge { background: var(--added); color: var(--added-text); }
    tr.raise .badge, tr.handler .badge { background: var(--removed); color: var(--removed-text); }
    tr.call .badge, tr.loop .badge { background: var(--changed); color: var(--changed-text); }
    tr.same-line { background: var(--panel); }
    tr.selected, tr.selected.same-line { background: var(--changed); }
    svg { display: block; overflow: visible; }
    svg path { fill: none; stroke: var(--faint); stroke-width: 1.2; }
    svg path.head { fill: var(--faint); stroke: none; }
    svg g.lit path { stroke: var(--link); stroke-width: 2; }
    svg g.lit path.head { fill: var(--link); }
    #panel { position: fixed; left: 0; right: 0; bottom: 0; max-height: 15rem; overflow: auto; background: var(--panel); border-top: 1px solid var(--border);
      padding: 0.5rem 1.5rem; }
    #panel[hidden] { display: none; }
    #panel h2 { margin: 0; }
    #panel p { margin: 0.15rem 0; max-width: 100ch; }
    #panel .stacks { display: flex; flex-wrap: wrap; gap: 2rem; }
    #panel h3 { font-size: 0.85rem; color: var(--faint); margin: 0.25rem 0 0; font-weight: 600; }
    #panel ol { margin: 0; padding-left: 0; list-style: none; }
    #panel li { border: 1px solid var(--border); background: var(--ground); padding: 0 0.5rem; margin-top: -1px; }
    @media print { #panel { display: none; } }

    """

  /// Without a script there is nothing for the buttons to do; the script shows them.
  static let toolbar = """
    <div class="toolbar" role="toolbar" aria-label="Instructions" hidden="hidden">
    <button type="button" data-do="next" aria-keyshortcuts="j ArrowDown">Next <kbd>j</kbd></button>
    <button type="button" data-do="previous" aria-keyshortcuts="k ArrowUp">Previous <kbd>k</kbd></button>
    <button type="button" data-do="jump" aria-keyshortcuts="Enter">Follow the jump <kbd>Enter</kbd></button>
    <button type="button" data-do="handler" aria-keyshortcuts="e">To the handler <kbd>e</kbd></button>
    <button type="button" data-do="back" aria-keyshortcuts="b">Back <kbd>b</kbd></button>
    <button type="button" data-do="other" aria-keyshortcuts="v">Other version <kbd>v</kbd></button>
    <button type="button" data-do="open" aria-keyshortcuts="o">Open all <kbd>o</kbd></button>
    <button type="button" data-do="close" aria-keyshortcuts="c">Close all <kbd>c</kbd></button>
    </div>

    """

  static let panel = """
    <aside id="panel" aria-live="polite" aria-label="The selected instruction" hidden="hidden">
    <h2></h2>
    <p></p>
    <div class="stacks"></div>
    </aside>

    """

  /// Has no character that XML or HTML would take for markup.
  static let script = """
    (function () {
      'use strict';
      var rows = Array.from(document.querySelectorAll('tr.row'));
      var toolbar = document.querySelector('.toolbar');
      var panel = document.getElementById('panel');
      var selected = null;
      var history = [];
      function column(row) { return row.closest('table'); }
      function place(row) { return Array.from(row.parentNode.children).indexOf(row); }
      function stackList(title, text) {
        var part = document.createElement('div');
        var heading = part.appendChild(document.createElement('h3'));
        heading.textContent = title;
        var list = part.appendChild(document.createElement('ol'));
        var items = text === '' ? [] : text.split(String.fromCharCode(10)).reverse();
        items.forEach(function (item) { list.appendChild(document.createElement('li')).textContent = item; });
        if (items.length === 0) { list.appendChild(document.createElement('li')).textContent = '(empty)'; }
        return part;
      }
      function show(row) {
        var cells = row.querySelectorAll('td:not(.arrows)');
        panel.querySelector('h2').textContent = cells[1].textContent + ' ' + cells[2].textContent;
        panel.querySelector('p').textContent = document.getElementById(row.dataset.doc).textContent;
        var stacks = panel.querySelector('.stacks');
        stacks.textContent = '';
        [['Stack before, top first', 'before'], ['after', 'after'], ['after the jump', 'jump']].forEach(function (pair) {
          if (row.dataset[pair[1]] !== undefined) { stacks.appendChild(stackList(pair[0], row.dataset[pair[1]])); }
        });
        panel.hidden = false;
      }
      function mark(row) {
        document.querySelectorAll('.selected, .same-line, .lit').forEach(function (element) {
          element.classList.remove('selected', 'same-line', 'lit');
        });
        row.closest('.columns').querySelectorAll('tr').forEach(function (other) {
          if (other.dataset.line !== undefined) { other.classList.toggle('same-line', other.dataset.line === row.dataset.line); }
        });
        row.classList.add('selected');
        var number = String(place(row));
        column(row).querySelectorAll('g').forEach(function (arrow) {
          arrow.classList.toggle('lit', arrow.dataset.from === number || arrow.dataset.to === number);
        });
      }
      function select(row) {
        if (!row) { return; }
        row.closest('details').open = true;
        selected = row;
        mark(row);
        show(row);
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
      }
      function step(distance) {
        var index = selected === null ? (distance === 1 ? -1 : rows.length) : rows.indexOf(selected);
        var row = rows[index + distance];
        select(row === undefined ? selected : row);
      }
      function follow(id) {
        if (id === undefined) { return; }
        history.push(selected);
        select(document.getElementById(id));
      }
      /* The row of the next version that comes from the same source line, or else its first row. */
      function other() {
        if (selected === null) { return; }
        var tables = Array.from(selected.closest('.columns').querySelectorAll('table.code'));
        var table = tables[(tables.indexOf(column(selected)) + 1) % tables.length];
        var line = selected.dataset.line;
        select(table.querySelector('tr.row[data-line="' + line + '"]') || table.querySelector('tr.row'));
      }
      function openAll(value) {
        document.querySelectorAll('details').forEach(function (element) { element.open = value; });
      }
      var actions = {
        next: function () { step(1); },
        previous: function () { step(-1); },
        jump: function () { if (selected !== null) { follow(selected.dataset.target); } },
        handler: function () { if (selected !== null) { follow(selected.dataset.handler); } },
        back: function () { if (history.length !== 0) { select(history.pop()); } },
        other: other,
        open: function () { openAll(true); },
        close: function () { openAll(false); }
      };
      var keys = {
        j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Enter: 'jump', e: 'handler', b: 'back', v: 'other', o: 'open', c: 'close'
      };
      document.addEventListener('keydown', function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        /* Enter on a button, a link or a summary is theirs. */
        if (event.key === 'Enter') { if (event.target.closest('button, a, summary')) { return; } }
        var action = actions[keys[event.key]];
        if (action) { action(); event.preventDefault(); }
      });
      toolbar.addEventListener('click', function (event) {
        var button = event.target.closest('button');
        if (button) { actions[button.dataset.do](); }
      });
      document.addEventListener('click', function (event) {
        var row = event.target.closest('tr.row');
        if (row) { select(row); }
      });
      /* The page is entered by the first row. */
      if (rows.length !== 0) { rows[0].tabIndex = 0; }
      document.addEventListener('focusin', function (event) {
        if (event.target.matches('tr.row')) { if (event.target !== selected) { select(event.target); } }
      });
      toolbar.hidden = false;
    })();

    """
}
