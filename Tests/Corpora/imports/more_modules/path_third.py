where = "never found"
