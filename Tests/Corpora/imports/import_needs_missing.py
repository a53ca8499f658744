# module: imports what does not exist
from import_helper import VALUE
import this_module_does_not_exist
