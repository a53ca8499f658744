# The traceback of a failing import inside an imported module.
import import_needs_missing
