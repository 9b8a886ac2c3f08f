import Testing

@testable import Learning

/// What labels are one class, which are missing, and when they are numbers to predict.
@Suite("Labels of a table") struct CSVLabelsTests {
  static func table(_ labels: [String], _ options: CSVOptions = CSVOptions()) throws -> CSVTable {
    var options = options
    options.label = "label"
    let rows = labels.enumerated().map { "\($0.offset * 7 % 5).5,\($0.offset * 3 % 4),\($0.element)\n" }
    return try CSVReader.table(Array(("x,y,label\n" + rows.joined()).utf8), name: "f", options: options)
  }

  @Test("Spellings of one number, or of true and false, are one class")
  func spellings() throws {
    let numbers = try Self.table(["1", "1.0", "+1", "1e0", "0", "-0", "0.00"])
    #expect(numbers.dataset.targets == .classes([0, 0, 0, 0, 1, 1, 1], names: ["1", "0"]))
    #expect(numbers.labels.spellings == [["1", "1.0", "+1", "1e0"], ["0", "-0", "0.00"]])
    #expect(numbers.labels.counts == [4, 3])
    let truths = try Self.table(["True", "FALSE", "true", "False"])
    #expect(truths.dataset.targets == .classes([0, 1, 0, 1], names: ["True", "FALSE"]))
    let codes = try Self.table(["01", "1", "001"])
    #expect(codes.dataset.classCount == 3)
    let mixed = try Self.table(["1", "1.0", "True"])
    #expect(mixed.dataset.classCount == 3 && mixed.labels.spellings.isEmpty)
    let kept = try Self.table(["1", "1.0", "0", "2"], CSVOptions(classNames: ["1.0", "0"]))
    #expect(kept.dataset.targets == .classes([0, 0, 1], names: ["1", "0"]) && kept.otherClassCount == 1)
  }

  @Test("Text stays text; what looks alike is named")
  func texts() throws {
    let cases = try Self.table(["Yes", "yes", "no", "no\u{A0}"])
    #expect(cases.dataset.classCount == 4)
    #expect(cases.labels.lookalikes == [["Yes", "yes"], ["no", "no\u{A0}"]])
  }

  @Test("A word for a missing value is a class among texts, and missing among numbers")
  func missing() throws {
    for word in ["NA", "None", "Null", "NaN", "nan", "n/a"] {
      let texts = try Self.table([word, "EU", word])
      #expect(texts.dataset.targets == .classes([0, 1, 0], names: [word, "EU"]))
      #expect(texts.labels.likeMissing == [word] && texts.missingCount == 0)
      let numbers = try Self.table([word, "1", "0", word])
      #expect(numbers.dataset.targets == .classes([0, 1], names: ["1", "0"]))
      #expect(numbers.missingCount == 2 && numbers.dataset.inputs == [2.5, 3, 4.5, 2])
      let asked = try Self.table([word, "EU", "US"], CSVOptions(missing: [word]))
      #expect(asked.dataset.classNames == ["EU", "US"] && asked.missingCount == 1)
    }
    let elements = try Self.table(["Na", "K", "Na"])
    #expect(elements.dataset.classNames == ["Na", "K"] && elements.labels.likeMissing.isEmpty)
    #expect(try Self.table(["a", "", "b"]).missingCount == 1)
    #expect(try Self.table(["-999", "1", "0"], CSVOptions(missing: ["-999"])).missingCount == 1)
  }

  @Test("Many numbers, or finer ones, are predicted where that may be")
  func targets() throws {
    let either = CSVOptions(target: .either)
    let many = (0..<14).map { "\($0 * 3)" }
    #expect(try Self.table(many, either).dataset.targets == .numbers(many.map { Double($0) ?? .nan }))
    #expect(throws: CSVError.self) { try Self.table(many) }
    #expect(try Self.table(["0.5", "1.5", "0.5", "2.5"], either).dataset.targets == .numbers([0.5, 1.5, 0.5, 2.5]))
    #expect(try Self.table(["0", "1", "0", "1"], either).dataset.classNames == ["1", "0"])
    #expect(
      try Self.table(["0", "1", "0", "1"], CSVOptions(target: .numbers)).dataset.targets == .numbers([0, 1, 0, 1]))
    let holes = try Self.table(many + ["NA", ""], either)
    #expect(holes.dataset.count == 14 && holes.missingCount == 2 && holes.dataset.inputs.count == 28)
    #expect(try Self.table(many.map { "k\($0)" }.prefix(4) + ["1"], either).dataset.classCount == 5)
  }
}
