import glob, os, pathlib, shutil, stat, tempfile

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder)
    (path / "a").mkdir()
    (path / "a" / "one.txt").write_text("1\nzwei ä\n", encoding="utf-8")
    (path / "b.csv").write_bytes(b"x,y\r\n1,\"2,3\"\r\n")
    os.symlink("b.csv", path / "link")
    print(sorted(os.listdir(folder)), sorted(e.name for e in os.scandir(folder) if e.is_file()))
    print([(r[len(folder):], sorted(d), sorted(f)) for r, d, f in sorted(os.walk(folder))])
    info = os.stat(path / "b.csv")
    print(info.st_size, stat.filemode(info.st_mode)[0], info[6], len(info), info.st_mtime_ns // 10**9 == int(info.st_mtime))
    print(os.readlink(path / "link"), os.path.islink(path / "link"), os.path.samefile(path / "link", path / "b.csv"))
    shutil.copytree(path / "a", path / "c")
    shutil.move(str(path / "c" / "one.txt"), str(path / "two.txt"))
    print(sorted(p.relative_to(path).as_posix() for p in path.rglob("*")), [os.path.basename(p) for p in glob.glob(folder + "/*.txt")])
    os.rename(path / "two.txt", path / "three.txt")
    os.remove(path / "three.txt")
    descriptor = os.open(path / "raw", os.O_RDWR | os.O_CREAT, 0o600)
    print(os.write(descriptor, b"hello"), os.lseek(descriptor, 1, os.SEEK_SET), os.read(descriptor, 9), os.fstat(descriptor).st_size)
    os.close(descriptor)
    os.utime(path / "raw", (1, 2))
    print(os.stat(path / "raw").st_atime, os.stat(path / "raw").st_mtime_ns, os.access(path / "raw", os.R_OK), os.path.exists(path / "no"))
print(os.path.exists(folder), os.environ.get("NOTHING"), os.sep, os.fspath(path) == folder)
os.environ["ADDER_TEST"] = "v"
print(os.getenv("ADDER_TEST"), os.environb[b"ADDER_TEST"])
del os.environ["ADDER_TEST"]
print(os.strerror(2), os.getpid() > 0, os.cpu_count() > 0, len(os.urandom(4)))
