# args: first "second word" -x --long=1 ''
# sys.argv, and what the main module knows about itself.
import sys

print(len(sys.argv), sys.argv[1:])
print(__name__, __doc__, __package__, __spec__ is None)
main = sys.modules["__main__"]
print(main.sys is sys, vars(main) is globals())
import __main__

print(__main__ is main)
