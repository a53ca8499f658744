import Testing

/// Module `_sre`, with instructions as CPython's module `re` makes them, and module `importlib`.
@Suite struct RegexTests {
  private func run(_ program: String) throws -> String {
    let outcome = try Adder.run(["run", "--version", "3.13", "-c", "import _sre\nN = _sre.MAXREPEAT\n" + program], environment: [:])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// `(a+)(b?)c`
  private static let groups = "p = _sre.compile('(a+)(b?)c', 32, [14,4,0,2,N,17,0,24,6,1,N,16,97,1,17,1,17,2,24,6,0,1,16,98,1,17,3,16,99,1], 2, {}, (None, None, None))\n"

  @Test func groupsAndPlaces() throws {
    let text = try run(
      RegexTests.groups + """
        m = p.search('xxaabc')
        print(m.span(), m.groups(), m.group(0, 2), m.start(1), m.lastindex, m.regs)
        print(p.match('xaac'), p.fullmatch('aacx'), p.fullmatch('aac').groups())
        print(p.findall('ac abc aabc'), p.split('1ac2abc3'), p.groups)
        print([m[0] for m in p.finditer('ac-abc')], repr(p), repr(m))
        print(p.sub('-', 'ac.abc'), p.subn(lambda m: m[1].upper(), 'aac.abc.', 1))

        """)
    #expect(
      text == """
        (2, 6) ('aa', 'b') ('aabc', 'b') 2 2 ((2, 6), (2, 4), (4, 5))
        None None ('aa', '')
        [('a', ''), ('a', 'b'), ('aa', 'b')] ['1', 'a', '', '2', 'a', 'b', '3'] 2
        ['ac', 'abc'] re.compile('(a+)(b?)c') <re.Match object; span=(2, 6), match='aabc'>
        -.- ('AA.abc.', 1)

        """, "\(text)")
  }

  /// Assertions, lazy repetitions of groups, atomic groups.
  @Test func unitsAndRepetitions() throws {
    let text = try run(
      """
      look = _sre.compile('(?<=a)b(?!c)', 32, [14,4,0,1,1,4,5,1,16,97,1,16,98,5,5,0,16,99,1,1], 0, {}, (None,))
      print([m.start() for m in look.finditer('ab abc bb abb')])
      lazy = _sre.compile('(?:x|yz)*?w', 32, [14,4,0,1,N,23,17,0,N,7,5,16,120,15,9,7,16,121,16,122,15,2,0,19,16,119,1], 0, {}, (None,))
      print(lazy.match('xyzxw').end(), lazy.match('xyxw'))
      atom = _sre.compile('(?>a+)b|a*+a', 32, [14,4,0,1,N,7,15,27,9,24,6,1,N,16,97,1,1,16,98,15,14,12,29,6,0,N,16,97,1,16,97,15,2,0,1], 0, {}, (None,))
      print(atom.match('aaab').end(), atom.match('aaaa'))

      """)
    #expect(text == "[1, 11]\n5 None\n4 None\n", "\(text)")
  }

  @Test func bytesAndTextsAreToldApart() throws {
    let text = try run(
      RegexTests.groups + """
        for subject in (b'ac', 5):
          try: p.match(subject)
          except TypeError as error: print(error)

        """)
    #expect(text == "cannot use a string pattern on a bytes-like object\nexpected string or bytes-like object, got 'int'\n")
  }

  /// Instructions that nothing makes, of all sorts, end by an answer or an exception.
  @Test func nonsenseIsHarmless() throws {
    let program = """
      state = 12345
      def number(limit):
        global state
        state = (state * 1103515245 + 12345) % 2 ** 31
        return state // 65536 % limit
      for _ in range(4000):
        code = [number(45) if number(4) else number(2 ** 15) * number(2 ** 15) for _ in range(number(30))]
        try: _sre.compile('x', 0, code, number(3), {}, (None,)).search('abcabc' * 3)
        except (RuntimeError, OverflowError, MemoryError): pass
      print('done')
      """
    let outcome = try Adder.run(["run", "--version", "3.13", "--max-time", "60", "--max-memory", "64M", "-c", "import _sre\n" + program])
    #expect(!outcome.wasSignal && (outcome.output == "done\n" || outcome.status == 124), "\(outcome.errors)")
  }

  @Test func patternsThatTakeForEverEndInTime() throws {
    // `(?:a|a)*b`
    let program = "import _sre\nN = _sre.MAXREPEAT\np = _sre.compile('', 0, [23,15,0,N,7,5,16,97,15,7,5,16,97,15,2,0,18,16,98,1], 0, {}, (None,))\np.match('a' * 60)"
    let outcome = try Adder.run("run", "--version", "3.13", "--max-time", "0.5", "-c", program)
    #expect(outcome.status == 124, "\(outcome.errors)")
  }

  @Test func modulesAreImportedByName() throws {
    let folder = try Folder()
    let file = try folder.write(Array("value = 42\n".utf8), "some_module.py")
    let text = try run(
      """
      import importlib, importlib.util, sys
      print(importlib.import_module('math').floor(2.5), importlib.util.find_spec('no_such_module'))
      spec = importlib.util.spec_from_file_location('other', '\(file)')
      module = importlib.util.module_from_spec(spec)
      spec.loader.exec_module(module)
      print(module.value, module.__name__, spec.name, spec.origin == module.__file__)
      sys.path.insert(0, '\(folder.path)')
      first = importlib.import_module('some_module')
      first.value = 0
      print(importlib.reload(first) is first, first.value, importlib.util.find_spec('some_module').loader.path == '\(file)')

      """)
    #expect(text == "2 None\n42 other other True\nTrue 42 True\n", "\(text)")
  }
}
