import Adder
import Bytecode
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a program's imports look: its own folder, `PYTHONPATH`, CPython's library, installed packages.
struct ImportPath {
  let command: RunArguments
  let environment: PythonEnvironment
  let program: ProgramFile
  private var flags: RunSettings.Flags { command.options.settings.flags }

  /// Sets the search path, and what `sys` says of the library. Throws a one-line message.
  func apply(to options: inout RunOptions) throws(UsageError) {
    let virtual = environment.virtualEnvironment(options.settings.executable, program.version)
    let library = try library(virtual)
    var search: [String] = []
    if let directory = program.directory, !flags.safePath || program.isArchive { search.append(directory) }
    search += (environment["PYTHONPATH"] ?? "").split(separator: ":").map(String.init)
    if let library { search.append(library.folder) }
    if flags.noSite == 0 {
      for folder in packageFolders(virtual, library) where !search.contains(folder) { search += SitePackages.folders(folder) }
    }
    options.searchPath = search
    options.settings.standardLibrary = library?.folder
    options.settings.basePrefix = library?.prefix ?? ""
    let isVirtual = virtual != nil && flags.noSite == 0
    options.settings.prefix = (isVirtual ? virtual?.prefix : library?.prefix) ?? ""
  }

  /// The library that was named, or the one that is found.
  private func library(_ virtual: VirtualEnvironment?) throws(UsageError) -> StandardLibrary? {
    let version = program.version
    for (name, path) in [("--library", command.library), ("ADDER_LIBRARY", environment.general("ADDER_LIBRARY"))] {
      guard let path else { continue }
      if let library = StandardLibrary.named(path, version) { return library }
      throw UsageError("\(name): '\(path)' is no library of CPython: neither os.py nor lib/python\(version)/os.py is in it")
    }
    if let home = environment["PYTHONHOME"] { return StandardLibrary.home(home, version) }
    return LibrarySearch { environment.general($0) }.library(version, virtual: virtual)
  }

  private func packageFolders(_ virtual: VirtualEnvironment?, _ library: StandardLibrary?) -> [String] {
    var folders = virtual.map { [$0.sitePackages(program.version)] } ?? []
    guard virtual?.seesOtherPackages != false else { return folders }
    if flags.noUserSite == 0, let base = environment["PYTHONUSERBASE"] ?? environment.general("HOME").map({ "\($0)/.local" }) {
      folders.append(SitePackages.user(base, program.version))
    }
    return folders + (library?.packageFolders ?? [])
  }
}
