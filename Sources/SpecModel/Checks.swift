/// Checks everything that holds between the parts of a spec and that no single part can tell.
public func check(_ spec: Spec, _ diagnostics: inout Diagnostics) {
}
