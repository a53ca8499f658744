# Mapping patterns and mappings that misbehave.
# versions: 3.10-
def attempt(action, *arguments):
    try:
        print(action(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


def match_mapping(subject):
    match subject:
        case {"a": 1, **rest}:
            return rest
        case {"b": value}:
            return value
    return "none"


class Odd(dict):
    def get(self, key, default=None):
        raise ValueError("get")


attempt(match_mapping, {"a": 1, "c": 2})
attempt(match_mapping, {"b": 1})
attempt(match_mapping, Odd(a=1))
attempt(match_mapping, 5)
attempt(match_mapping, {})


class KeysFail(dict):
    def keys(self):
        raise ValueError("keys")


attempt(match_mapping, KeysFail(a=1, b=2))
attempt(match_mapping, KeysFail(b=2))


def match_twice(subject, key):
    class Names:
        first = key
    match subject:
        case {Names.first: a, "x": b}:
            return a, b
    return "none"


attempt(match_twice, {"x": 1, "y": 2}, "y")
attempt(match_twice, {"x": 1}, "x")
attempt(match_twice, {"x": 1}, [])
