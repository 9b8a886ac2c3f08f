extension Run {
  /// What the numbers of the run come to, as 16 hexadecimal digits: two runs that differ in a bit of a weight, a
  /// coordinate or the step have different ones.
  ///
  /// It is not meant to keep anybody from forging one.
  package var fingerprint: String {
    var hash = FNV()
    hash.add(UInt64(truncatingIfNeeded: step))
    for number in numbers { hash.add(number.bitPattern) }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits), eight bytes at a time, the lowest first.
private struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      value = (value ^ (word >> shift & 0xFF)) &* 0x100_0000_01B3
    }
  }
}
