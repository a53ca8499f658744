# A package in the bytecode of another version.
# module-versions: shapes_package all
import sys
import shapes_package
import shapes_package.circle as c
from shapes_package import area, square
from shapes_package.constants import PI, used

print(shapes_package.NAMES, area("circle", 2), area("square", 3), c.area(1), PI, used)
print(sorted(name for name in sys.modules if name.startswith("shapes_package")), shapes_package.__package__, square.__package__, c is shapes_package.circle)
try:
    import shapes_package.missing
except ModuleNotFoundError as error:
    print(error)
