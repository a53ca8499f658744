# module: other half of a cycle
import import_cycle_a

try:
    from import_cycle_a import NAME
except ImportError as error:
    print(str(error).split(" from ")[0])


def describe():
    return "b sees " + import_cycle_a.NAME


def late_import():
    from import_cycle_a import NAME
    return NAME
