import Foundation
import Learning
import TestSupport
import Testing

@testable import Training

/// What strangers' files and command lines do to the readers: a value or an error with its place, never a trap.
@Suite("Damaged input") struct MutationTests {
  @Test("5,000 damaged model files give a model that can be read back, or an error", arguments: 0..<20)
  func models(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let good =
      #"{"inputs":["x1","x2"],"layers":[{"activation":"tanh","weights":[[0.5,-1.5],[2,1e-3]],"biases":[0.25,-1]},{"activation":"sigmoid","weights":[[1,2]],"biases":[0]}],"loss":"binary-cross-entropy"}"#
    let damage = Damage([
      "null", "1e999", "-", "[", "]", "{", "}", "\"", "\\u0000", "\"relu\"", "NaN", "9999999999999999999", "[[]]", ",,",
      "\u{1B}[2J", "\"layers\":[]", "1e-320",
    ])
    try withScratchFolder { folder in
      let file = folder.appending(path: "model.json")
      for _ in 0..<250 {
        try Data(damage.damaged(good.utf8, using: &generator)).write(to: file)
        guard let model = try? ModelFile(reading: file.path) else { continue }
        // What was taken for a model comes back as the same one.
        try Data(model.json.text.utf8).write(to: file)
        #expect((try? ModelFile(reading: file.path))?.json == model.json)
      }
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
    let damage = Damage(words)
    for _ in 0..<250 {
      let scene = SceneKind.allCases[generator.index(below: SceneKind.allCases.count)]
      let pairs = (0..<generator.index(below: 6)).map { _ in
        let key = Key.allCases[generator.index(below: Key.allCases.count)].rawValue
        let word = words[generator.index(below: words.count)]
        guard generator.index(below: 3) == 0 else { return (key: key, value: word) }
        return (key: key, value: String(decoding: damage.damaged(word.utf8, using: &generator), as: UTF8.self))
      }
      guard let description = try? Description(scene, parsing: pairs) else { continue }
      #expect(try Description(json: description.json).json == description.json, "\(pairs)")
    }
  }
}
