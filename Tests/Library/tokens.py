# Module tokenize, on sources of all kinds.
import io
import tokenize

sources = [
    "x = 1\n", "x = 1", "", "\n", "# c", "x # c\n", "if x:\n  y # c\n\n  # d\n# e\nz\n", "if x:\n  y", "(a,\n # c\n\n b)\n",
    "'''a\nb''' + \"é\" + é\n", "a\\\n b\n", "a\r\n# c\r\n\r\nif x:\r\n\ty\r\n", "\f\na\n", "a != b -> d := e ... .. **= //= >>= <<= @=\n",
    "1_0 0x1f 1e5 1j .5 5. 0o7 0b1\n", "x\n  y\n", "if x:\n    y\n  z\n", "def f():\n  pass\n\n\n\n", "rb'x' Rb'y' BR'''z'''\n",
    "class A:\n  def f():\n    pass\nx", "[\n1,\n2\n]\n\n", "x = '\\\n'\n", "async def f(): await x\n", "x=1;y=2\n",
]
for source in sources:
    print(ascii(source))
    try:
        for token in tokenize.tokenize(io.BytesIO(source.encode()).readline):
            print(" ", tokenize.tok_name[token.type], ascii(token.string), token.start, token.end, ascii(token.line), token.exact_type == token.type)
    except (tokenize.TokenError, SyntaxError) as error:
        print(" ", type(error).__name__, error.args[0])
tokens = list(tokenize.generate_tokens(io.StringIO("def f(a, b = 2):\n    return a ** b  # power\n").readline))
print(tokenize.untokenize(tokens))
with tokenize.open(__file__) as file:
    print(file.readline().strip(), file.encoding)
