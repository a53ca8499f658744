# The hashes that need no OpenSSL.
import importlib
import random

random.seed(1)
texts = [bytes(random.randrange(256) for _ in range(n)) for n in (0, 1, 3, 55, 56, 63, 64, 65, 71, 72, 111, 112, 127, 128, 129, 135, 136, 143, 144, 167, 168, 300)]
names = [("_md5", "md5"), ("_sha1", "sha1")]
try:
    importlib.import_module("_sha2")
    modules = "_sha2", "_sha2"
except ImportError:
    modules = "_sha256", "_sha512"
names += [(modules[0], "sha224"), (modules[0], "sha256"), (modules[1], "sha384"), (modules[1], "sha512")]
names += [("_sha3", name) for name in ("sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256")]
names += [("_blake2", "blake2b"), ("_blake2", "blake2s")]
for module, name in names:
    make = getattr(importlib.import_module(module), name)
    size = (200,) if name.startswith("shake") else ()
    whole = make()
    for text in texts:
        hash = make(text)
        copy = hash.copy()
        whole.update(text)
        copy.update(b"more")
        print(name, len(text), hash.hexdigest(*size), copy.digest(*size) == make(text + b"more").digest(*size))
    print(name, whole.hexdigest(*size), whole.name, whole.digest_size, whole.block_size)
    for bad in ("text", 5):
        try:
            make(bad)
        except TypeError as error:
            print(type(error).__name__)
blake2b, blake2s = (getattr(importlib.import_module("_blake2"), name) for name in ("blake2b", "blake2s"))
print(blake2b(b"x", digest_size=20, key=b"key", salt=b"salt", person=b"me").hexdigest())
print(blake2s(b"x", digest_size=20, key=b"key", salt=b"salt", person=b"me").hexdigest(), blake2s.SALT_SIZE, blake2b.MAX_KEY_SIZE)
print(blake2b(b"x", fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=64, last_node=True).hexdigest())
