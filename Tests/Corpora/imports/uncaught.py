# A traceback through an imported module and its package.
import import_deep

import_deep.start([3, 2, 0])
