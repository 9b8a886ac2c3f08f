import Calculus
import Glibc
import Learning
import Lessons
import Training

/// What strangers' bytes are given to; `FUZZ_TARGET` names it.
private enum Target: String {
  case csv, lesson, expression, model, session, command
}

private let target = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) } ?? .csv

/// A file for readers that take a path.
private let scratch: (descriptor: Int32, path: String) = {
  var template = Array("/tmp/downhill-fuzz-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  return (descriptor, String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
}()

/// Called by libFuzzer for each input: what is read is a value or a typed error.
///
/// A trap, a hang or a flood of memory is found by libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch target {
  case .csv: _ = try? CSVReader.table(bytes, name: "points.csv")
  case .lesson: _ = try? Lesson(bytes, file: "lesson.yaml")
  case .session: _ = try? Session(bytes, named: "session.json")
  case .expression:
    guard let expression = try? Expression(parsing: String(decoding: bytes, as: UTF8.self)) else { break }
    _ = expression.derivatives(x: 0.7, y: -1.3)
    _ = ComputationGraph(expression).evaluated(x: 0, y: .infinity)
  case .model:
    ftruncate(scratch.descriptor, 0)
    pwrite(scratch.descriptor, bytes, bytes.count, 0)
    _ = try? ModelFile(reading: scratch.path)
  case .command:
    // The first line names the scene; then a key and a value on each.
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let scene = SceneKind(rawValue: String(lines.first ?? "")) ?? .network
    let pairs = lines.dropFirst().map { line in
      let words = line.split(separator: " ", maxSplits: 1)
      return (key: String(words.first ?? ""), value: String(words.dropFirst().first ?? ""))
    }
    guard let description = try? Description(scene, parsing: pairs) else { break }
    guard (try? Description(json: description.json))?.json == description.json else {
      fatalError(description.json.text)
    }
  }
  return 0
}
