# f-strings with the grammar of 3.12: quotes, newlines, comments and backslashes inside of fields.
# versions: 3.12-
name, number, items = "Ann", 42, {"key": ["a", "b"]}
print(f"multi {
    number
} line" f" joined {name}" " and plain")
print(f"{items["key"][0]}", f"{f"{f"{number}"}"}", f"{'\n'.join(items["key"])}", f"{"\t"!r}")
print(f"{
    number  # a comment
    + 1
}|{number:{"0"}{10}}|{name!r:>{len("quoted")}}")
print(f"{number=:>{5 + 5}}", f"{ number + 1 = }", f"""{
    name
=}""")
print(f"{lambda_ if (lambda_ := "walrus") else 1}", f"{(x:=5)}{x}", f"{{}}{{{number}}}")
