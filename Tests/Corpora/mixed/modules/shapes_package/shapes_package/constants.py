PI = 3
used = []
