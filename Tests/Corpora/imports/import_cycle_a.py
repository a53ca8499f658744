# module: half of a cycle
import import_cycle_b
from import_cycle_b import late_import

NAME = "a"


def result():
    return import_cycle_b.describe(), late_import()
