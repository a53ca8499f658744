/// What differs between versions in builtins and native modules, outside the instructions.
public struct Library: Sendable {
  /// The language levels that a program can run at, oldest first.
  public var levels: [LanguageLevelSpec] = []
  public var features: [Feature] = []
  public var messages: [Message] = []
  /// The members that not every version has.
  public var members: [Member] = []
  /// The attributes that are fields of CPython's objects and not computed.
  public var fields: [Member] = []
  /// The members that a type has of its own although they are what it would inherit.
  public var repeated: [Member] = []
  /// Signatures that differ from the one that the function declares.
  public var signatures: [Signature] = []
  /// The syntax tree nodes, as module `ast` has them.
  public var nodes: [SyntaxSum] = []

  /// The facts of a version that are plain values.
  public struct LanguageLevelSpec: Sendable {
    public let version: Located<Version>
    /// The patch release that Adder is compared with.
    public let micro: Int
    /// The version of the Unicode database.
    public let unicode: String

    package init(version: Located<Version>, micro: Int, unicode: String) {
      self.version = version
      self.micro = micro
      self.unicode = unicode
    }
  }

  /// Something that holds in some versions and that Swift code asks for by name.
  public struct Feature: Sendable {
    public let name: Located<String>
    public let versions: VersionRange
    public let doc: String

    package init(name: Located<String>, versions: VersionRange, doc: String) {
      self.name = name
      self.versions = versions
      self.doc = doc
    }
  }

  /// A message, of an exception or not, whose text depends on the version.
  public struct Message: Sendable {
    public let name: Located<String>
    public let variants: [Variant]

    package init(name: Located<String>, variants: [Variant]) {
      self.name = name
      self.variants = variants
    }

    public struct Variant: Sendable {
      public let versions: VersionRange
      public let place: Place
      /// The Python name of the exception's type; nil for texts that are not raised.
      public let exception: Located<String>?
      public let text: Located<String>

      package init(versions: VersionRange, place: Place, exception: Located<String>?, text: Located<String>) {
        self.versions = versions
        self.place = place
        self.exception = exception
        self.text = text
      }
    }
  }

  /// An attribute of a type or module (`owner`, by its qualified name; `module NAME` for modules).
  public struct Member: Sendable {
    public let owner: Located<String>
    public let name: Located<String>
    public let versions: VersionRange

    package init(owner: Located<String>, name: Located<String>, versions: VersionRange) {
      self.owner = owner
      self.name = name
      self.versions = versions
    }
  }

  public struct Signature: Sendable {
    public let owner: Located<String>
    public let name: Located<String>
    public let versions: VersionRange
    public let place: Place
    public let text: String

    package init(owner: Located<String>, name: Located<String>, versions: VersionRange, place: Place, text: String) {
      self.owner = owner
      self.name = name
      self.versions = versions
      self.place = place
      self.text = text
    }
  }
}
