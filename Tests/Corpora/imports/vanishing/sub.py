import sys

del sys.modules["vanishing"]
