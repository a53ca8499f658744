"""time.strptime: directives, what they bring together, errors."""
import time

CASES = [("2024-02-29", "%Y-%m-%d"), ("31", "%y%m"), ("12 5", "%H %M"), ("Mon Jan  1 00:00:00 2024",), ("mon JAN 01 2001", "%a %b %d %Y"), ("x", "%H"), ("1 x", "%H"), ("1", "%"),
         ("1", "%Q"), ("1", "%E"), ("12:30 pm", "%I:%M %p"), ("12 AM", "%I %p"), ("1 PM", "%I %p"), ("24 060", "%y %j"), ("68", "%y"), ("69", "%y"), ("2024 10 1", "%Y %U %w"),
         ("2024 10 0", "%Y %W %w"), ("2024 01 1", "%G %V %u"), ("2020 53 5", "%G %V %u"), ("2024 1", "%Y %V"), ("2024", "%G"), ("+0130", "%z"), ("-01:30:15.5", "%z"), ("Z", "%z"),
         ("+01:3015", "%z"), ("+1", "%z"), ("utc", "%Z"), ("GMT", "%Z"), ("xyz", "%Z"), ("29 feb 1999", "%d %b %Y"), ("a%b", "a%%b"), ("1.5", "%S.%f"), ("1.1234567", "%S.%f"),
         ("09/08/24", "%x"), ("01:02:03", "%X"), ("Tue Sep  3 01:02:03 2024", "%c"), (5, "%d"), ("5", 5), (), ("1", "%H", "x"), ("  1", "%H"), ("1 2", "%H  %m"), ("1  2", "%H %m"),
         ("12", "%H %m"), ("2024366", "%Y%j"), ("2023 366", "%Y %j"), ("61", "%S"), ("62", "%S"), ("2024 00 0", "%Y %U %w"), ("(1)", "(%H)"), ("September", "%B"), ("May", "%b"),
         ("Sunday", "%A"), ("0", "%m"), ("0", "%j"), ("1\n2", "%H\n%m"), ("", ""), ("a", "A"), ("12 pm", "%H %p"), ("24", "%H"), ("112", "%m%H"), ("1112", "%m%y"), ("99 365", "%y %j"),
         ("1999-12-31T23:59:59Z", "%Y-%m-%dT%H:%M:%S%z"), ("7", "%u"), ("0", "%w"), ("2001 6", "%Y %w"), ("10000", "%Y"), ("0000", "%Y")]
for arguments in CASES:
    try:
        result = time.strptime(*arguments)
        print(arguments, "->", tuple(result), result.tm_zone, result.tm_gmtoff)
    except Exception as error:
        print(arguments, "->", type(error).__name__ + ":", error)
print(repr(time.strptime("2000", "%Y")))
moment = time.gmtime(1700000000)
for template in ("%Y-%m-%d %H:%M:%S", "%c", "%x %X", "%A %d %B %Y %I:%M:%S %p", "%j %Y", "%G-%V-%u", "%Y %U %w", "%Y %W %a"):
    text = time.strftime(template, moment)
    print(text, tuple(time.strptime(text, template)))
