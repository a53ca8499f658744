# An uncaught exception with notes, a multi-line message and an implicit context.
def main():
    try:
        {}["missing"]
    except KeyError:
        error = ValueError("first line\nsecond line")
        error.add_note("a note")
        error.add_note("another note\nof two lines")
        raise error


main()
