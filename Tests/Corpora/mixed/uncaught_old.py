# An uncaught exception that went through a module of another version.
# versions: -3.10
# module-versions: uncaught_module -3.10
import sys
import uncaught_module as m


def work():
    try:
        return m.lookup({}, "missing")
    finally:
        print("finally")


print("before")
sys.stdout.flush()
m.run(work)
