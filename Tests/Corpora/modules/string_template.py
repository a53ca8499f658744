"""string.Template: placeholders of every form, what is missing, what is not one, other delimiters, mappings with keywords."""
import string


def shown(label, function):
    try:
        print(label, "->", repr(function()))
    except Exception as error:
        print(label, "->", type(error).__name__, error)


values = {"a": 1, "_b2": "two", "A": "upper", "x": None}
for text in (
        "", "plain", "$a", "${a}", "$$", "$$a", "$a$a", "$ab", "${ab}", "${a", "${}", "$", "a$", "$ a", "$1", "${1a}", "$_b2!", "$A$a", "${a}b", "$a.b",
        "$a\n$x\n  $?", "$\u00e9", "$a\u00e9", "${a }", "$$$a", "$$$$", "$K", "one\ntwo $", "$x$missing"):
    template = string.Template(text)
    shown("substitute %a" % text, lambda: template.substitute(values))
    shown("safe       %a" % text, lambda: template.safe_substitute(values))

template = string.Template("$who likes ${what}; $$5")
shown("keywords", lambda: template.substitute(who="tim", what="kung pao"))
shown("both", lambda: template.substitute({"who": "tim", "what": "x"}, what="keyword"))
shown("missing", lambda: template.substitute(who="tim"))
shown("safe", lambda: template.safe_substitute({"who": "tim"}))
shown("self", lambda: string.Template("$self $mapping").substitute(self="s", mapping="m"))
shown("template", lambda: template.template)
template.template = "changed $a"
shown("changed", lambda: template.substitute(a=1))
shown("arguments", lambda: template.substitute({}, {}))


class Percent(string.Template):
    delimiter = "%"


class Word(string.Template):
    delimiter = "at"


class Default(dict):
    def __missing__(self, key): return "<%s>" % key


shown("percent", lambda: Percent("%a %{b} %% $a %").safe_substitute(a=1, b=2))
shown("invalid", lambda: Percent("ok\n  %!").substitute(a=1))
shown("word", lambda: Word("ata AT{b} atat at").safe_substitute(a=1, b=2))
shown("default", lambda: string.Template("$one ${two}").substitute(Default()))
shown("settings", lambda: (Percent.delimiter, string.Template.delimiter, string.Template.idpattern, string.Template.braceidpattern))


class Raising:
    def __getitem__(self, key): raise LookupError(key)


shown("raising", lambda: string.Template("$a").safe_substitute(Raising()))
shown("instance", lambda: isinstance(Percent(""), string.Template))
