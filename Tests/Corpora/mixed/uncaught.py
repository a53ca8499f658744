# An uncaught exception that went through a module of another version.
# Bytecode of versions up to 3.10 has no columns, so that nothing is marked in its lines.
# module-versions: uncaught_module 3.11-
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
