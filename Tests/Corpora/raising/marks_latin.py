# -*- coding: latin-1 -*-
# Lines of source in another encoding.
def f(x):
    return "éè" + x + "ü"


f(1)
