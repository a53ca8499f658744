# mode: single
for value in (1, None, "text", [1, 2.5], (), {"k": None}, print is print):
    value
    [value, value]
    if value:
        value
