# module: star import of a module with a wrong __all__
from import_bad_all import *
