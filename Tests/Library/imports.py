# The modules that programs use most can be imported.
import importlib

names = """os json argparse re enum typing collections contextlib functools pathlib tempfile shutil textwrap
string datetime decimal fractions statistics heapq bisect copy pickle types abc ast keyword 
contextvars random base64 glob fnmatch difflib itertools operator weakref warnings io sys
time codecs locale stat posixpath copyreg reprlib struct gettext calendar html optparse getopt sched shlex
dataclasses logging inspect pprint traceback linecache dis tokenize code codeop threading queue csv subprocess signal select selectors
hashlib secrets configparser zlib gzip zipfile uuid platform getpass urllib.parse hmac""".split()
if __import__("sys").version_info >= (3, 9):
    names.append("unittest")
for name in names:
    try:
        module = __import__(name)
        print(name, module.__name__)
    except Exception as error:
        print(name, type(error).__name__, error)
