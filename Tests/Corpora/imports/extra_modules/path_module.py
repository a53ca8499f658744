where = "found through PYTHONPATH"
