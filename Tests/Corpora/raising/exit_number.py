# SystemExit with a number: that status, nothing printed on standard error; finally blocks run.
import sys

try:
    sys.exit(3)
finally:
    print("cleaned up")
