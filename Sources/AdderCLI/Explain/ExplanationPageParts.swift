/// The parts of a page of explanations that are the same on each.
enum ExplanationPageParts {
  /// The height of a line and the distance of two arrows, in pixels.
  static let rowHeight = 22
  static let laneWidth = 10

  /// Lines are as high as arrows assume: borders are drawn inside of them, text is never broken.
  static let style = """
    code, table.code, #panel ol { font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.95em; }
    main { max-width: none; padding-bottom: 20rem; }
    table.list .count { text-align: right; font-variant-numeric: tabular-nums; }
    .columns { display: flex; gap: 1.5rem; padding: 0.5rem 0.9rem; }
    .version { flex: 1 0 max-content; display: flex; flex-direction: column; }
    .version + .version { border-top: none; border-left: 1px solid var(--border); margin-top: 0; padding-left: 1.5rem; }
    h2 { font-size: 1.05rem; margin: 0.25rem 0; }
    .facts { color: var(--faint); margin: 0 0 0.5rem; font-size: 0.9em; overflow-wrap: anywhere; width: 0; min-width: min(100%, 100vw - 5rem); }
    .problem { color: var(--removed-text); }
    /* Tables of several versions have as many lines: at the bottom, equal lines are beside each other whatever stands above. */
    table.code { border-collapse: separate; border-spacing: 0; width: 100%; margin-top: auto; }
    table.code th { text-align: left; font: 600 0.85rem system-ui, sans-serif; color: var(--faint); padding: 0 0.75rem 0.25rem 0; white-space: nowrap; }
    table.code th:last-child { min-width: 24rem; }
    .several table.code th:last-child { min-width: 13rem; }
    table.code td { height: \(rowHeight)px; line-height: \(rowHeight)px; padding: 0 0.75rem 0 0; white-space: pre; }
    .several table.code { font-size: 0.84em; }
    table.code td.arrows { padding: 0 0.25rem 0 0; cursor: auto; }
    table.code th:first-child { padding-right: 0.25rem; }
    table.code td.number { text-align: right; color: var(--faint); font-variant-numeric: tabular-nums; }
    table.code td.operand { max-width: 24rem; overflow: hidden; text-overflow: ellipsis; }
    .several table.code td.operand { max-width: 11rem; }
    table.code td.text { max-width: 0; overflow: hidden; text-overflow: ellipsis; }
    table.code td.stack { color: var(--faint); width: 100%; max-width: 0; overflow: hidden; text-overflow: ellipsis; }
    td.stack b { font-weight: 400; color: var(--text); }
    table.code .badge { font-size: 0.8em; line-height: 1.3; vertical-align: baseline; }
    tr.source td { font-weight: 600; box-shadow: inset 0 1px var(--border); }
    tr.source td.arrows { box-shadow: none; }
    tr.remark td { color: var(--faint); font-family: system-ui, sans-serif; font-size: 0.9em; }
    tr.row { cursor: pointer; scroll-margin: 8rem 0 18rem; }
    tr.unreachable td { color: var(--faint); }
    .badge.return, .badge.yield { background: var(--added); color: var(--added-text); }
    .badge.raise, .badge.handler { background: var(--removed); color: var(--removed-text); }
    .badge.call, .badge.loop { background: var(--changed); color: var(--changed-text); }
    tr.same-line td:not(.arrows) { background: var(--panel); }
    tr.selected td:not(.arrows) { background: var(--selected); }
    svg { display: block; overflow: visible; }
    svg path { fill: none; stroke: var(--faint); stroke-width: 1; shape-rendering: crispEdges; }
    svg path.head { fill: var(--faint); stroke: none; shape-rendering: auto; }
    svg path.lit { stroke: var(--link); stroke-width: 2; }
    svg path.head.lit { fill: var(--link); stroke: none; }
    #panel { position: fixed; left: 0; right: 0; bottom: 0; max-height: 18rem; overflow: auto; background: var(--panel); border-top: 1px solid var(--border);
      padding: 0.5rem 1.5rem; }
    #panel[hidden] { display: none; }
    #panel h2 { margin: 0; overflow-wrap: anywhere; font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    #panel .flow { color: var(--faint); }
    #panel p { margin: 0.15rem 0; max-width: 100ch; }
    #panel .stacks { display: flex; flex-wrap: wrap; gap: 0 2rem; }
    #panel h3 { font-size: 0.85rem; color: var(--faint); margin: 0.25rem 0 0; font-weight: 600; }
    #panel ol { margin: 0; padding-left: 0; list-style: none; }
    #panel li { border: 1px solid var(--border); background: var(--ground); padding: 0 0.5rem; margin-top: -1px; min-height: 1.5em;
      overflow-wrap: anywhere; }
    #panel li.empty { color: var(--faint); border-style: dashed; }
    @media (max-height: 40rem) { #panel { max-height: 40vh; } }
    @media print {
      #panel { display: none; }
      main { padding-bottom: 0; }
      .columns, .version { display: block; }
      table.code th:last-child, .several table.code th:last-child { min-width: 10rem; }
      summary, h2, .facts { break-after: avoid; }
      .version + .version { border-left: none; border-top: 1px solid var(--border); margin-top: 1rem; padding-left: 0; }
      table.code, .several table.code { font-size: 7.5pt; }
    }

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
    <button type="button" data-do="hide" aria-keyshortcuts="Escape">Hide the details <kbd>Esc</kbd></button>
    </div>

    """

  static let panel = """
    <aside id="panel" aria-live="polite" aria-atomic="true" aria-label="The selected instruction" hidden="hidden">
    <h2></h2>
    <p class="flow"></p>
    <p class="doc"></p>
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
      function cells(row) { return Array.from(row.querySelectorAll('td:not(.arrows)')).map(function (cell) { return cell.textContent; }); }
      function stackList(title, text) {
        var part = document.createElement('div');
        var heading = part.appendChild(document.createElement('h3'));
        heading.textContent = title;
        var list = part.appendChild(document.createElement('ol'));
        var items = text === '' ? [] : text.split(String.fromCharCode(10)).reverse();
        items.forEach(function (item) { list.appendChild(document.createElement('li')).textContent = item; });
        if (items.length === 0) {
          var none = list.appendChild(document.createElement('li'));
          none.className = 'empty';
          none.textContent = 'empty';
        }
        return part;
      }
      /* Where an instruction is from, and where it leads. */
      function flow(row) {
        var parts = ['Offset ' + cells(row)[0]];
        if (row.dataset.line !== undefined) { parts.push('line ' + row.dataset.line); }
        if (column(row).closest('.several')) { parts.push('Python ' + column(row).getAttribute('aria-label').split(' ')[1]); }
        [['goes to', 'target'], ['exceptions go to', 'handler']].forEach(function (pair) {
          var id = row.dataset[pair[1]];
          if (id !== undefined) { parts.push(pair[0] + ' ' + cells(document.getElementById(id)).slice(0, 2).join(' ')); }
        });
        return parts.concat(Array.from(row.querySelectorAll('.badge')).map(function (badge) { return badge.textContent; })).join(', ') + '.';
      }
      function show(row) {
        panel.querySelector('h2').textContent = cells(row).slice(1, 3).join(' ');
        panel.querySelector('.flow').textContent = flow(row);
        panel.querySelector('.doc').textContent = document.getElementById(row.dataset.doc).textContent;
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
          element.removeAttribute('aria-current');
        });
        if (row.dataset.line !== undefined) {
          row.closest('.columns').querySelectorAll('tr[data-line="' + row.dataset.line + '"]').forEach(function (other) { other.classList.add('same-line'); });
        }
        row.classList.add('selected');
        row.setAttribute('aria-current', 'true');
        (row.dataset.arrows || '').split(' ').forEach(function (arrow) {
          if (arrow !== '') { column(row).querySelectorAll('.' + arrow).forEach(function (part) { part.classList.add('lit'); }); }
        });
      }
      /* The selected row is the one that Tab goes to. */
      function enter(row) {
        (selected || rows[0]).tabIndex = -1;
        row.tabIndex = 0;
        selected = row;
      }
      function select(row) {
        if (!row) { return; }
        row.closest('details').open = true;
        enter(row);
        mark(row);
        show(row);
        row.focus({ preventScroll: true });
        row.scrollIntoView({ block: 'nearest' });
      }
      /* Behind the last row of a version's column comes the next code object that the version has. */
      function step(distance) {
        if (selected === null) { return select(distance === 1 ? rows[0] : rows[rows.length - 1]); }
        var root = column(selected).dataset.root;
        var index = rows.indexOf(selected) + distance;
        while (rows[index] !== undefined) {
          if (column(rows[index]).dataset.root === root) { return select(rows[index]); }
          index += distance;
        }
        select(selected);
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
        close: function () { openAll(false); },
        hide: function () { panel.hidden = true; }
      };
      var keys = {
        j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Enter: 'jump', e: 'handler', b: 'back', v: 'other', o: 'open', c: 'close',
        Escape: 'hide'
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
        if (!row) { return; }
        if (event.target.closest('td.arrows')) { return; }
        /* Text that is being marked is left alone. */
        if (String(getSelection()) === '') { select(row); }
      });
      /* The page is entered by the first row. */
      if (rows.length !== 0) { rows[0].tabIndex = 0; }
      document.addEventListener('focusin', function (event) {
        if (event.target.matches('tr.row')) { if (event.target !== selected) { select(event.target); } }
      });
      /* A link to a code object opens it. */
      function reveal() {
        var target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
        if (target) { if (target.tagName === 'DETAILS') { target.open = true; target.scrollIntoView(); target.querySelector('summary').focus({ preventScroll: true }); } }
      }
      window.addEventListener('hashchange', reveal);
      reveal();
      document.querySelector('[data-do=other]').hidden = !document.querySelector('.several');
      toolbar.hidden = false;
    })();

    """
}
