/// Names that the runtime looks up itself. Each is interned when an interpreter is made; `Thread.name(_:)` gives the str.
public enum Name: String, CaseIterable, Sendable {
  case __abs__, __abstractmethods__, __add__, __aenter__, __aexit__, __aiter__, __all__, __and__, __anext__, __annotate__, __annotate_func__, __annotations__, __annotations_cache__, __args__
  case __await__, __bases__, __basicsize__, __bool__, __build_class__, __builtins__, __bytes__, __call__, __cause__, __ceil__, __class__
  case __class_getitem__, __classcell__, __classdictcell__, __closure__, __code__, __complex__, __contains__, __context__, __copy__, __debug__
  case __deepcopy__, __defaults__, __del__, __delattr__, __delete__, __delitem__, __dict__, __dir__, __divmod__, __doc__, __enter__, __eq__
  case __exit__, __file__, __firstlineno__, __float__, __floor__, __floordiv__, __format__, __func__, __ge__, __get__, __getattr__
  case __getattribute__, __getitem__, __getnewargs__, __getstate__, __globals__, __gt__, __hash__, __iadd__, __iand__, __ifloordiv__
  case __ilshift__, __imatmul__, __imod__, __import__, __imul__, __index__, __init__, __init_subclass__, __instancecheck__, __int__
  case __invert__, __ior__, __ipow__, __irshift__, __isabstractmethod__, __isub__, __iter__, __itruediv__, __ixor__, __kwdefaults__, __le__
  case __len__, __length_hint__, __loader__, __lshift__, __lt__, __main__, __match_args__, __matmul__, __missing__, __mod__, __module__, __mro__
  case __mro_entries__, __mul__, __name__, __ne__, __neg__, __new__, __next__, __notes__, __objclass__, __or__, __orig_bases__
  case __orig_class__, __origin__, __package__, __parameters__, __path__, __pos__, __pow__, __prepare__, __qualname__, __radd__, __rand__
  case __rdivmod__, __reduce__, __reduce_ex__, __repr__, __reversed__, __rfloordiv__, __rlshift__, __rmatmul__, __rmod__, __rmul__, __ror__
  case __round__, __rpow__, __rrshift__, __rshift__, __rsub__, __rtruediv__, __rxor__, __self__, __set__, __set_name__, __setattr__
  case __setitem__, __setstate__, __sizeof__, __slots__, __spec__, __static_attributes__, __str__, __sub__, __subclasscheck__
  case __subclasses__, __subclasshook__, __suppress_context__, __text_signature__, __traceback__, __truediv__, __trunc__, __type_params__
  case __unpacked__, __weakref__, __wrapped__, __xor__, __buffer__, __release_buffer__, __typing_subst__, __typing_unpacked_tuple_args__
  case __bound__, __constraints__, __default__, __value__, __covariant__, __contravariant__, __infer_variance__, __cached__, __get_annotations__, __unraisablehook__
  case add, all, any, append, args, argv, big, builtins, cause, clear, close, code, context, copy, cr_await, `default`, discard, displayhook, end, errno
  case excepthook, exceptions, extend, field, file, filename, filename2, flush, fset, fromlist, `func`, get, get_value = "getvalue", gi_yieldfrom, index, insert
  case items, iterable, join, key, keys, keywords, last_exc, last_traceback, last_type, last_value, level, little, lineno, locals, maxsplit
  case metaclass, module, modules, msg, mro, name, name_from, newline, obj, object, offset, path, pop, popitem, print, print_file_and_line, ps1
  case range, read, readline, remove, replace, reset, reverse, send, sep, setdefault, signal, sort, split, start, stderr, stdin, stdout, step, stop
  case strict, strerror, strip, sum, sys, text, threshold, `throw`, type, typing, unraisablehook, update, value, values, warn, warnings, write
  case closeMark = "<close>", genexpr = "<genexpr>", lambda = "<lambda>", listcomp = "<listcomp>", module_ = "<module>", string = "<string>", unknown = "<unknown>"
  case dot0 = ".0", dotDefaults = ".defaults", dotKwDefaults = ".kwdefaults", genericBase = ".generic_base", typeParams = ".type_params", underscore = "_"
  case __IOBase_closed, _finalizing, closed, decode, detach, encoding, errors, fileno, getstate, isatty, mode, newlines, peek, raw, read1, readable, readall
  case readinto, readinto1, seek, seekable, setstate, tell, truncate, writable
  case self_ = "self", cls, Generic, TypeVar, TypeVarTuple, ParamSpec, TypeAliasType, protocol_ = "Protocol", Unpack, Union

  /// The special methods that have a slot in CPython's types (`slotdefs` in Objects/typeobject.c); all others are plain methods.
  static let slots: [Name] = [
    .__abs__, .__add__, .__aiter__, .__and__, .__anext__, .__await__, .__bool__, .__buffer__, .__call__, .__contains__, .__del__, .__delattr__,
    .__delete__, .__delitem__, .__divmod__, .__eq__, .__float__, .__floordiv__, .__ge__, .__get__, .__getattr__, .__getattribute__,
    .__getitem__, .__gt__, .__hash__, .__iadd__, .__iand__, .__ifloordiv__, .__ilshift__, .__imatmul__, .__imod__, .__imul__, .__index__,
    .__init__, .__int__, .__invert__, .__ior__, .__ipow__, .__irshift__, .__isub__, .__iter__, .__itruediv__, .__ixor__, .__le__, .__len__,
    .__lshift__, .__lt__, .__matmul__, .__mod__, .__mul__, .__ne__, .__neg__, .__next__, .__or__, .__pos__, .__pow__, .__radd__, .__rand__,
    .__rdivmod__, .__release_buffer__, .__repr__, .__rfloordiv__, .__rlshift__, .__rmatmul__, .__rmod__, .__rmul__, .__ror__, .__rpow__, .__rrshift__,
    .__rshift__, .__rsub__, .__rtruediv__, .__rxor__, .__set__, .__setattr__, .__setitem__, .__str__, .__sub__, .__truediv__, .__xor__,
  ]

  /// Position in the table of interned names.
  @inline(__always) public var index: Int { Int(unsafeBitCast(self, to: UInt16.self)) }
}
