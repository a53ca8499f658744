# import in every form: modules, packages, submodules, from, as, star, relative, cycles, failures.
import sys
import import_helper
import import_helper as renamed
import shapes
import shapes.square
import shapes.solids.cube as cube
from import_helper import VALUE, function as renamed_function
from shapes import circle, area
from shapes.solids import cube as cube_again
from shapes.solids.cube import volume
from import_star import *

print(import_helper is renamed, import_helper.VALUE, VALUE, renamed_function(2))
print(shapes.square.side(4), cube.volume(3), cube is cube_again, volume is cube.volume)
print(circle.NAME, area("circle", 2))
print(visible, also_visible, "_hidden" in globals(), "not_in_all" in globals())
print(sorted(n for n in sys.modules if n.startswith(("import_", "shapes"))))
print(import_helper.__name__, shapes.__name__, shapes.square.__package__, shapes.solids.cube.__name__, __package__)
print(shapes.relative_results())


def attempt(action):
    try:
        action()
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (")[0], error.name)
    except Exception as error:
        print(type(error).__name__, error)


def missing_module():
    import no_such_module


def missing_submodule():
    import shapes.no_such_part


def missing_name():
    from import_helper import no_such_name


def not_a_package():
    import import_helper.sub


def failing_module():
    import import_failing


def relative_without_package():
    from . import something


def relative_module():
    from .other import something


def star_in_broken():
    import import_bad_all_user


for function in (missing_module, missing_submodule, missing_name, not_a_package, failing_module, failing_module,
                 relative_without_package, relative_module, star_in_broken):
    print(function.__name__, end=": ")
    attempt(function)
print("import_failing" in sys.modules)


def local_import():
    import import_helper as h
    from shapes import solids
    return h.VALUE, solids.__name__


print(local_import())
import import_cycle_a
print(import_cycle_a.result())
sys.modules["import_fake"] = "a string as a module"
import import_fake
print(import_fake)
from import_fake import upper
print(upper())
sys.modules["import_blocked"] = None


def blocked():
    import import_blocked


attempt(blocked)
module = __import__("shapes.square")
print(module.__name__, __import__("shapes.square", fromlist=["side"]).__name__)
print(__import__("shapes", globals(), locals(), ["circle"], 0).circle.NAME)
from import_lazy import computed_name
print(computed_name)


def lazy_missing():
    from import_lazy import other_name


attempt(lazy_missing)


class InClass:
    import import_helper
    from shapes.circle import NAME


print(InClass.import_helper.VALUE, InClass.NAME)
