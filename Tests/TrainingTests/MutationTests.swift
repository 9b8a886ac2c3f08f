import Glibc
import Learning
import Testing

@testable import Training

/// What strangers' files and command lines do to the readers: a value or an error with its place, never a trap.
@Suite("Damaged input") struct MutationTests {
  /// A good text, damaged in a few places.
  private static func damaged(_ good: [UInt8], _ pieces: [[UInt8]], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = good
    for _ in 0...generator.index(below: 4) {
      let place = generator.index(below: bytes.count + 1)
      switch generator.index(below: 4) {
      case 0: bytes.insert(contentsOf: pieces[generator.index(below: pieces.count)], at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.index(below: 9)))
      case 2: if place < bytes.count { bytes[place] = UInt8(generator.index(below: 256)) }
      default: bytes.insert(contentsOf: bytes[..<place].suffix(20), at: generator.index(below: bytes.count + 1))
      }
    }
    return bytes
  }

  @Test("5,000 damaged model files give a model that can be read back, or an error", arguments: 0..<20)
  func models(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let good = Array(
      #"{"inputs":["x1","x2"],"layers":[{"activation":"tanh","weights":[[0.5,-1.5],[2,1e-3]],"biases":[0.25,-1]},{"activation":"sigmoid","weights":[[1,2]],"biases":[0]}],"loss":"binary-cross-entropy"}"#
        .utf8)
    let pieces = [
      "null", "1e999", "-", "[", "]", "{", "}", "\"", "\\u0000", "\"relu\"", "NaN", "9999999999999999999", "[[]]", ",,",
      "\u{1B}[2J", "\"layers\":[]", "1e-320",
    ].map { Array($0.utf8) }
    var template = Array("/tmp/downhill-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    for _ in 0..<250 {
      let bytes = Self.damaged(good, pieces, &generator)
      ftruncate(descriptor, 0)
      pwrite(descriptor, bytes, bytes.count, 0)
      guard let model = try? ModelFile(reading: path) else { continue }
      // What was taken for a model comes back as the same one.
      let text = Array(model.json.text.utf8)
      ftruncate(descriptor, 0)
      pwrite(descriptor, text, text.count, 0)
      #expect((try? ModelFile(reading: path))?.json == model.json)
    }
  }

  @Test("5,000 command lines of odd words give a description that spells itself, or errors", arguments: 0..<20)
  func descriptions(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 1000)
    let words = [
      "0", "-1", "1e308", "nan", "inf", "1e-320", "2147483648", "4,2", "none", "full", "shuffled", "and", "spiral",
      "x1,x2", "x1^2", "w1=0.2,w2=0,w0=-0.1", "x=3,y=-2", "adam", "tanh", "tanh,relu", "learning-rate=0.1,0.5", "",
      "\u{1B}[2J", "\u{202E}", "漢", ",", "=", "1,1,1,1,1,1,1,1,1", "x^2+y^2", "sphere", "max", "true",
    ]
    for _ in 0..<250 {
      let scene = SceneKind.allCases[generator.index(below: SceneKind.allCases.count)]
      let pairs = (0..<generator.index(below: 6)).map { _ in
        let key = Key.allCases[generator.index(below: Key.allCases.count)].rawValue
        let word = Self.damaged(
          Array(words[generator.index(below: words.count)].utf8), words.map { Array($0.utf8) }, &generator)
        return (
          key: key,
          value: generator.index(below: 3) == 0
            ? String(decoding: word, as: UTF8.self) : words[generator.index(below: words.count)]
        )
      }
      guard let description = try? Description(scene, parsing: pairs) else { continue }
      #expect(try Description(json: description.json).json == description.json, "\(pairs)")
    }
  }
}
