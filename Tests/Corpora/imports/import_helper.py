# module: imported by forms.py; prints once.
print("import_helper runs as", __name__)
VALUE = 42


def function(x):
    return x * VALUE
