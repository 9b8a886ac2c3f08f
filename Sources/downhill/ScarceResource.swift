import Glibc

/// Something of which the system gives the program too little to work with.
///
/// Where a stack or memory ends in mid-work nothing can be said any more: it is looked at beforehand.
enum ScarceResource: Error, Equatable {
  /// The stack may not grow beyond this many bytes.
  case stack(Int)
  /// The memory may not grow beyond this many bytes, and so many are in use already.
  case memory(limit: Int, used: Int)

  /// The stack that the deepest formula and the longest command line take, with room to spare.
  static let leastStack = 1 << 18
  /// What the program takes beyond what it begins with, for small examples and small networks.
  static let leastMemory = 32 << 20

  /// Raises what may be raised and looks whether there is enough.
  static func check() throws(ScarceResource) {
    let stack = limit(RLIMIT_STACK)
    if let soft = stack.soft, soft < 8 << 20 {
      var raised = rlimit(
        rlim_cur: rlim_t(min(8 << 20, stack.hard ?? 8 << 20)), rlim_max: stack.hard.map { rlim_t($0) } ?? rlim_t.max)
      let isRaised = setrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &raised) == 0
      let reachable = isRaised ? Int(raised.rlim_cur) : soft
      if reachable < leastStack { throw .stack(reachable) }
    }
    let used = addressSpace
    for resource in [RLIMIT_AS, RLIMIT_DATA] {
      guard let limit = limit(resource).soft else { continue }
      let taken = resource.rawValue == RLIMIT_AS.rawValue ? used.all : used.data
      if limit - taken < leastMemory { throw .memory(limit: limit, used: taken) }
    }
  }

  /// What there is too little of, and where that is set.
  var sentence: String {
    switch self {
    case .stack(let limit):
      "the stack may take \(limit >> 10) kB only; it needs \(Self.leastStack >> 10) (see ulimit -s)"
    case .memory(let limit, let used):
      "there may be \(limit >> 20) MB of memory only; it needs \((used + Self.leastMemory) >> 20) (see ulimit -v and -d)"
    }
  }

  /// A limit in bytes; nil for none.
  private static func limit(_ resource: __rlimit_resource) -> (soft: Int?, hard: Int?) {
    var limits = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limits) == 0 else { return (nil, nil) }
    return (Int(exactly: limits.rlim_cur), Int(exactly: limits.rlim_max))
  }

  /// How many bytes of addresses the process has taken, and how many of them are data.
  private static var addressSpace: (all: Int, data: Int) {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return (0, 0) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = max(0, read(file, &bytes, bytes.count))
    // size resident shared text lib data dt, in pages: proc(5).
    let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    guard fields.count > 5 else { return (0, 0) }
    let page = sysconf(Int32(_SC_PAGESIZE))
    return (fields[0] * page, fields[5] * page)
  }
}
