# An uncaught exception with causes, contexts and notes; deep frames in the traceback.
class ConfigError(Exception):
    """Raised when the configuration is not usable."""


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError(f"not a number: {text!r}") from error


def load(entries):
    for key, text in entries.items():
        try:
            yield key, parse(text)
        except ConfigError:
            raise KeyError(key)


class Loader:
    def run(self):
        return [value for value in (lambda entries: load(entries))({"a": "1", "b": "x"})]


print("before")
try:
    Loader().run()
finally:
    print("finally runs first")
print("never printed")
