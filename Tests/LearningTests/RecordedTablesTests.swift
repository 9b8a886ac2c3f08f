import Foundation
import TestSupport
import Testing

@testable import Learning

/// Small tables that programs stumble over, each the smallest of its kind: read right, or refused with the place.
///
/// What is expected was worked out by hand from the files' bytes.
@Suite("Recorded tables") struct RecordedTablesTests {
  /// What a table comes to.
  enum Expectation {
    /// Inputs, label, classes in their order, and the first row of inputs.
    case taken([String], String, [String], [Double])
    /// The place of what is wrong; nil where the whole file is.
    case refused(line: Int?, column: Int?)
  }

  static let folder = SourceTree.root.appending(path: "Tests/LearningTests/Recorded/tables")

  static let expectations: [String: Expectation] = [
    // Identifiers and dates.
    "iris_with_id.csv": .taken(
      ["SepalLengthCm", "SepalWidthCm"], "Species", ["Iris-setosa", "Iris-versicolor"], [5.1, 3.5]),
    "pandas_index.csv": .taken(["x1", "x2"], "label", ["a", "b"], [5.1, 3.5]),
    "index_and_trailing_comma.csv": .taken(["column 2", "column 3"], "column 4", ["a", "b"], [0.614, -7.798]),
    "date2.csv": .taken(["x", "y"], "ok", ["1", "0"], [1, 2]), "date.csv": .refused(line: nil, column: nil),
    "isodate_num.csv": .taken(["column 2", "column 3"], "column 4", ["a", "b"], [1, 2]),
    // Labels by name.
    "name_num.csv": .taken(["height", "weight"], "sick", ["1", "0"], [1.6, 60]),
    "ordered.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "labelcase.csv": .taken(["x", "y"], "ok", ["Yes", "yes", "no"], [1, 2]),
    "semicolon_inside_field.csv": .taken(["x", "y"], "values", ["1;2:3;4", "5;6"], [1, 2]),
    "no_label_column.csv": .taken(["A", "B"], "D", ["4,1"], [1.1, 2.2]),
    // Numbers in other dress.
    "semi_german_thousand.csv": .taken(["x", "y"], "label", ["a", "b"], [1234.5, 2.5]),
    "semi_thousand_only.csv": .refused(line: 2, column: 1), "us_thousand.csv": .refused(line: 2, column: 1),
    "thousands_millions.tsv": .taken(["a", "b"], "label", ["x", "y"], [1, 2]),
    "space_thousands.csv": .taken(["x", "y"], "label", ["a", "b"], [10237.65, 2]),
    "nbsp.csv": .taken(["x", "y"], "label", ["a", "b"], [1234, 2]),
    "nbsp_lead.csv": .taken(["x", "y"], "label", ["a", "b"], [1.5, 2]),
    "percent.csv": .taken(["x", "y"], "label", ["a", "b"], [12, 3]),
    "currency.csv": .taken(["x", "y"], "label", ["a", "b"], [12, 3]),
    "unicode_minus.csv": .taken(["x", "y"], "label", ["a", "b"], [-1.5, 2]),
    "unicode_minus_all.csv": .taken(["x", "y"], "label", ["a", "b"], [-1.5, 2]),
    "fort.csv": .taken(["x", "y"], "ok", ["a", "b"], [150, 2]), "hexa.csv": .refused(line: 2, column: 1),
    "sci.csv": .taken(["x", "y"], "ok", ["a", "b"], [1e5, 2e-3]), "plusinf.csv": .refused(line: 2, column: 1),
    "decimal_comma.csv": .taken(["amount", "qty"], "label", ["coffee", "tea"], [1.5, 2]),
    "semi_dec.csv": .taken(["x", "y"], "label", ["a", "b"], [1.5, 2.5]),
    // One bad cell.
    "typo.csv": .refused(line: 3, column: 2), "typo250.csv": .refused(line: 252, column: 2),
    "trailing_data.csv": .refused(line: 2, column: nil), "ragged_semicolon.csv": .refused(line: 2, column: nil),
    "unitrow.csv": .refused(line: 2, column: 1), "tworowheader.csv": .refused(line: 2, column: 2),
    // Headers.
    "np_comma.csv": .taken(
      ["column 1", "column 2"], "column 3", ["1", "0"], [0.33962000824864264, 0.42377135285334727]),
    "np_default.csv": .taken(
      ["column 1", "column 2"], "column 3", ["1", "0"], [0.35867194917034445, 1.3224574697668332]),
    "np_int_header.csv": .taken(["0", "1"], "2", ["1", "0"], [0.788, 0.844]),
    "pandas_int_header.csv": .taken(["0", "1"], "2", ["a", "b"], [5.1, 3.5]),
    "digits_header2.csv": .taken(["0", "1"], "2", ["1", "0"], [5.1, 3.5]),
    "comment_numpy.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "orange_header.csv": .taken(["C#x", "C#y"], "cD#label", ["a", "b"], [1, 2]),
    "dup.csv": .taken(["x", "x"], "label", ["a", "b"], [1, 2]),
    "dup2.csv": .taken(["x", "x"], "label", ["a", "b"], [1, 2]),
    "commaname.csv": .taken(["length, mm", "y"], "label", ["a", "b"], [1, 2]),
    "headeronly.csv": .refused(line: 1, column: nil),
    "allquoted.csv": .taken(
      ["column 1", "column 2"], "column 3", ["a", "b"], [1.5, 2.5]),
    // Separators, comments, footers.
    "pipe.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "whitespace.csv": .taken(["column 1", "column 2"], "column 3", ["1", "0"], [1, 2]),
    "whitespace_multi.csv": .taken(["x", "y"], "label", ["1", "0"], [1, 2]),
    "sepline.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "comments.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "ctrlz.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "blanklead.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]),
    "trailing.csv": .taken(["x", "y"], "label", ["a", "b"], [1, 2]), "apostrophe.csv": .refused(line: 2, column: 3),
    "backslash.csv": .refused(line: 2, column: 3), "singlequoted.csv": .refused(line: 2, column: nil),
    "bomq.csv": .taken(["x", "y"], "label", ["a\nb", "c"], [1, 2]),
    // Labels.
    "boolean.csv": .taken(["x", "y"], "ok", ["True", "False"], [1, 2]),
    "boolnum.csv": .taken(["x", "y"], "ok", ["1", "0"], [1, 2]),
    "plusminus.csv": .taken(["x", "y"], "ok", ["1", "-1"], [1, 2]),
    "numlabels.csv": .taken(["x", "y"], "ok", ["10", "9"], [1, 2]),
    "labels_100_99.csv": .taken(["x", "y"], "label", ["100", "99"], [1, 2]),
    "labelNull.csv": .taken(["x", "y"], "surname", ["Null", "Smith"], [1, 2]),
    "labelNone.csv": .taken(["x", "y"], "damage", ["None", "Severe"], [1, 2]),
    "label_NA_EU.csv": .taken(["x", "y"], "continent", ["NA", "EU"], [1, 2]),
    "labelspace.csv": .taken(["x", "y"], "ok", ["a", "a ", "b"], [1, 2]),
    "nbsplabel.csv": .taken(["x", "y"], "ok", ["a", "b"], [1, 2]),
    "zerolead.csv": .taken(["x", "y"], "zip", ["1", "01"], [1, 2]),
    "oneclass.csv": .taken(["x", "y"], "label", ["a"], [1, 2]),
    "oneex.csv": .taken(
      ["x", "y"], "label", ["a"], [1, 2]),
    "multiline_label.csv": .taken(["x", "y"], "label", ["a\nb", "c"], [1, 2]),
    "multiline_quoted.csv": .taken(["x", "y"], "label", ["line, one\nline, two\nline, three", "b"], [1, 2]),
    // Shapes.
    "wide.csv": .taken(
      ["x", "y"], "label",
      [
        "日本語クラス名", "👨‍👩‍👧 family", "\u{E9}\u{301}\u{301}combining", "עברית",
        "very long label that goes on and on and on for sixty characters",
      ], [0.13, 0.85]),
    "wide2.csv": .taken(["x₁ (µm)", "幅 (cm)"], "label", ["日本語クラス名", "👨‍👩‍👧 family"], [0.13, 0.85]),
    "missing.csv": .taken(["x1", "x2"], "label", ["a", "b"], [2, 3]),
    "missing2.csv": .taken(["x1", "x2"], "label", ["a", "b"], [2, 3]),
    "missing3.csv": .taken(["x1", "x2"], "label", ["a", "b"], [2, 3]),
    "missing4.csv": .taken(["x1", "x2"], "label", ["a", "b"], [1, 4]),
    "const.csv": .taken(["x", "y"], "label", ["a", "b"], [5, 1]),
    "scales.csv": .taken(["x", "y"], "label", ["a", "b"], [1e-5, 1e6]),
    "offset.csv": .taken(["x", "y"], "label", ["a", "b"], [1_000_000.001, 5]),
  ]

  @Test("Each comes out as its bytes say, or is refused where it goes wrong")
  func all() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(files.count >= 78)
    for name in files {
      let expectation = try #require(Self.expectations[name], "\(name): nothing is expected")
      let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
      do throws(CSVError) {
        let table = try CSVReader.table(bytes, name: name)
        guard case .taken(let inputs, let label, let classes, let first) = expectation else {
          Issue.record("\(name): taken")
          continue
        }
        #expect(table.inputColumns.map { table.columnNames[$0] } == inputs, "\(name)")
        #expect(table.columnNames[table.labelColumn] == label, "\(name)")
        #expect(table.dataset.classNames.map { Array($0.utf8) } == classes.map { Array($0.utf8) }, "\(name)")
        #expect(Array(table.dataset.inputs.prefix(2)) == first, "\(name)")
      } catch {
        guard case .refused(let line, let column) = expectation else {
          Issue.record("\(name): \(error)")
          continue
        }
        #expect(error.line == line, "\(name)")
        #expect(error.column == column, "\(name)")
      }
    }
  }

  @Test("Who says how numbers are meant is believed")
  func told() throws {
    func first(_ name: String, _ options: CSVOptions) throws -> [Double] {
      let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
      return Array(try CSVReader.table(bytes, name: name, options: options).dataset.inputs.prefix(2))
    }
    #expect(try first("us_thousand.csv", CSVOptions(thousands: .comma)) == [1234, 25])
    #expect(try first("us_thousand.csv", CSVOptions(decimal: .point)) == [1234, 25])
    #expect(try first("us_thousand.csv", CSVOptions(decimal: .comma)) == [1.234, 25])
    #expect(try first("semi_thousand_only.csv", CSVOptions(thousands: .point)) == [1234, 25])
    #expect(try first("semi_thousand_only.csv", CSVOptions(decimal: .comma)) == [1234, 25])
    #expect(try first("semi_thousand_only.csv", CSVOptions(decimal: .point)) == [1.234, 25])
    #expect(try first("semi_thousand_only.csv", CSVOptions(thousands: ThousandsMark.none)) == [1.234, 25])
  }
}
