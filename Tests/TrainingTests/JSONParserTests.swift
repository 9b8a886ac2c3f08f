import Learning
import TestSupport
import Testing

@testable import Training

@Suite struct JSONParserTests {
  @Test(
    "Text that is JSON reads back to itself",
    arguments: [
      "null", "true", "[]", "{}", "0", "-0", "0.1", "-0.2", "1e-05", "1e+16", #""\u001b[31m""#, #""a\"b\\c\n""#,
      #"{"b":1,"a":[1,2,{"c":null}]}"#, #""żółć😀""#, "5e-324", "1.7976931348623157e+308",
    ])
  func roundTrip(text: String) throws {
    #expect(try JSONParser.parse(text).text == text)
  }

  @Test("Spaces, a byte order mark and escapes are read")
  func lenience() throws {
    #expect(try JSONParser.parse("\u{FEFF} { \"a\" : [ 1 , 2 ] }\r\n") == ["a": [1, 2]])
    #expect(try JSONParser.parse(#""\ud83d\ude00\/\u0041""#) == "😀/A")
  }

  @Test(
    "What is no JSON is refused with its place",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\n \"a\" 1}", 2, 6), ("[1 2]", 1, 4), ("01", 1, 1), ("1.", 1, 1),
      (".5", 1, 1), ("+1", 1, 1), ("1e400", 1, 1), ("NaN", 1, 1), ("tru", 1, 1), (#""\x""#, 1, 2), (#""\ud800""#, 1, 8),
      (#""\u12g4""#, 1, 2), ("\"a\tb\"", 1, 3), ("1 1", 1, 3), (#"{"a":1,"a":2}"#, 1, 8), ("\"open", 1, 6),
      ("{1:2}", 1, 2),
    ])
  func faults(text: String, line: Int, column: Int) {
    do throws(JSONError) {
      let value = try JSONParser.parse(text)
      Issue.record("read as \(value)")
    } catch {
      #expect(error.line == line && error.column == column, "\(error)")
    }
  }

  @Test("A deep nest is refused, not followed")
  func depth() {
    #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "{\"a\":", count: 1_000_000)) }
  }

  @Test("Random damage gives a value or an error, never a trap", arguments: 0..<20)
  func damage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let good = #"{"inputs":["x1","x2"],"layers":[{"activation":"tanh","weights":[[1e-3,-2.5]],"biases":[0]}]}"#
    let damage = Damage([
      "[", "]", "{", "}", ",", ":", "\"", "\\", "\\ud83d", "-", "e", "1e999", ".", "null", "\u{1}", " ",
    ])
    for _ in 0..<250 {
      if let value = try? JSONParser.parse(damage.damaged(good.utf8, using: &random)) {
        #expect((try? JSONParser.parse(value.text)) == value)
      }
    }
  }

  @Test("What is not finite is written as null")
  func notFinite() {
    #expect(JSONValue.array([.number(.nan), .number(.infinity), 1]).text == "[null,null,1]")
  }
}
