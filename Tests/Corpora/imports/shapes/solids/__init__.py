dimensions = 3
