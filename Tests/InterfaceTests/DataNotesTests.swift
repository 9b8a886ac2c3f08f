import Foundation
import Plotting
import TestSupport
import Testing

@testable import Interface
@testable import Training

/// What is guessed about a file stands in the picture until a key is pressed.
@Suite("Notes about the data") struct DataNotesTests {
  static let table = "Id,a,b,kind\n1,1.5,2,p\n2,NA,3,q\n3,NA,1,q\n4,0.5,2,p\n5,2.5,1,q\n"

  private func app(_ settings: [Key: Setting] = [:], width: Int = 110, height: Int = 34) throws -> SteppedApp {
    try withScratchFolder { folder in
      let file = folder.appending(path: "birds.csv")
      try Data(Self.table.utf8).write(to: file)
      var description = Description(.perceptron)
      description[.data] = .word(file.path)
      for (key, setting) in settings { description[key] = setting }
      return SteppedApp(description, width: width, height: height)
    }
  }

  private func text(_ app: SteppedApp) -> String { app.state.draw().text }

  @Test(
    "All of it is there, what was left out first, until a key that acts all the same",
    arguments: [(80, 24), (120, 40), (40, 12)])
  func shown(width: Int, height: Int) throws {
    var app = try app(width: width, height: height)
    let before = text(app)
    let leftOut = try #require(before.range(of: "2 of 5"))
    #expect(before.contains("about the data") && before.contains("any key closes"))
    if width > 40 {
      let columns = try #require(before.range(of: "inputs a and b, label kind: p, q"))
      #expect(leftOut.lowerBound < columns.lowerBound)
      #expect(before.contains("Id passed over"))
    }
    app.press(.right)
    #expect(!text(app).contains("about the data"))
    #expect(app.state.snapshot?.step == 1)
  }

  @Test(
    "A key shows it again, help knows the key, and beginning anew does not repeat it", arguments: [(80, 24), (120, 40)])
  func again(width: Int, height: Int) throws {
    var app = try app(width: width, height: height)
    app.press(.right)
    #expect(!text(app).contains("about the data"))
    app.press(.character("I"))
    let shown = text(app)
    #expect(
      shown.contains("about the data") && shown.contains("2 of 5 rows left out") && shown.contains("Id passed over"))
    app.press(.right)
    #expect(!text(app).contains("about the data"))
    app.press(.character("r"))
    #expect(!text(app).contains("about the data"))
    app.press(.character("?"))
    for character in "guessed".unicodeScalars { app.press(.character(character)) }
    #expect(text(app).contains("about the data again"))
    var builtIn = SteppedApp(Description(.perceptron), width: width, height: height)
    builtIn.press(.character("I"))
    #expect(text(builtIn).contains("nothing was left out of the data"))
  }

  @Test("What was asked for is no news for the picture")
  func asked() throws {
    let settings: [Key: Setting] = [
      .columns: .words(["a", "b"]), .label: .word("kind"), .missing: .words(["NA"]), .classes: .words(["p", "q"]),
    ]
    let app = try app(settings)
    // Rows were left out all the same.
    #expect(text(app).contains("2 of 5 rows left out"))
    #expect(!text(app).contains("(guessed)"))
    var builtIn = Description(.perceptron)
    builtIn[.data] = .word("penguins")
    builtIn[.standardize] = .flag(true)
    #expect(!text(SteppedApp(builtIn)).contains("about the data"))
  }
}
