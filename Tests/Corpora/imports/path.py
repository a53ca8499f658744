# path: extra_modules
# A module found through PYTHONPATH, and sys.path changed by the program.
import sys
import path_module

print(path_module.where, path_module.__name__)
sys.path.insert(0, "bytecode/%d.%d/more_modules" % sys.version_info[:2])
import path_second

print(path_second.where)
sys.path[:] = []


def gone():
    import path_third


try:
    gone()
except ModuleNotFoundError as error:
    print(error)
