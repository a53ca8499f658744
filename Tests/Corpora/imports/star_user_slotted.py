# module: star import of a made-up module
from star_slotted import *
