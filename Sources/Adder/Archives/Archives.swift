/// Which files are archives from which programs can be run.
public enum Archives {
  /// Whether a file is a ZIP file.
  /// - Parameter data: its content.
  public static func isArchive(_ path: String, _ data: [UInt8]) -> Bool { ZipArchive.isLikely(data) && ZipArchive(path) != nil }
}
