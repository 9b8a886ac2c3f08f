import Basics
import Plotting
import Training

/// How a scene is looked at, written down for a session and read from one.
///
/// One function of a scene does both, so neither can forget what the other knows. What is missing, or is nothing that the
/// scene could have written, leaves the scene as it is: a session may come from anywhere.
package struct ViewBook: Sendable {
  /// What is written down, by name.
  package private(set) var marks: [String: JSONValue]
  private let isReading: Bool
  private var prefix = ""

  /// The largest number of a row, an example or a unit that is taken over.
  private static let most = 1_000_000

  private init(marks: [String: JSONValue], isReading: Bool) {
    self.marks = marks
    self.isReading = isReading
  }

  /// What a scene keeps.
  static func marks(of scene: any Scene) -> [String: JSONValue] {
    var scene = scene
    var book = ViewBook(marks: [:], isReading: false)
    scene.keep(in: &book)
    return book.marks
  }

  /// Brings a scene to what was kept of it.
  static func restore(_ scene: inout any Scene, from marks: [String: JSONValue]) {
    var book = ViewBook(marks: marks, isReading: true)
    scene.keep(in: &book)
  }

  /// Keeps what a scene inside another one keeps, under names of its own.
  mutating func keep(_ name: String, _ scene: inout any Scene) {
    let outer = prefix
    prefix += name + "."
    scene.keep(in: &self)
    prefix = outer
  }

  /// Keeps whether something is on.
  mutating func keep(_ name: String, _ flag: inout Bool) {
    if isReading {
      if case .bool(let kept)? = marks[prefix + name] { flag = kept }
    } else {
      marks[prefix + name] = .bool(flag)
    }
  }

  /// Keeps a number counted from 0.
  mutating func keep(_ name: String, _ number: inout Int) {
    if isReading {
      if let kept = numbers(name, 1)?.first.flatMap(Int.init(exactly:)), (0...Self.most).contains(kept) {
        number = kept
      }
    } else {
      marks[prefix + name] = .number(Double(number))
    }
  }

  /// Keeps a number counted from 0, where there is one.
  mutating func keep(_ name: String, _ number: inout Int?) {
    if !isReading, number == nil { return }
    var kept = number ?? -1
    keep(name, &kept)
    if kept >= 0 { number = kept }
  }

  /// Keeps a panel, one of some.
  mutating func keep<Panel: ScenePanel>(_ name: String, _ panel: inout Panel, among panels: [Panel]) {
    if isReading {
      if let kept = panels.first(where: { marks[prefix + name] == .string($0.rawValue) }) { panel = kept }
    } else {
      marks[prefix + name] = .string(panel.rawValue)
    }
  }

  /// Keeps a panel of its own, where it is one.
  mutating func keep<Panel: ScenePanel>(_ name: String, _ panel: inout Panel?) {
    keep(name, panel?.rawValue) { kept in panel = Panel(rawValue: kept) ?? panel }
  }

  /// Keeps a place, where there is one.
  mutating func keep(_ name: String, _ place: inout PlanePoint?) {
    if isReading {
      if let kept = numbers(name, 2) { place = PlanePoint(x: kept[0], y: kept[1]) }
    } else if let place {
      marks[prefix + name] = .array([.number(place.x), .number(place.y)])
    }
  }

  /// Keeps the part of a plane that is in view, where one was chosen.
  mutating func keep(_ name: String, _ view: inout PlaneRect?) {
    if isReading {
      if let kept = numbers(name, 4) { view = PlaneRect(minX: kept[0], maxX: kept[1], minY: kept[2], maxY: kept[3]) }
    } else if let view {
      marks[prefix + name] = .array([view.minX, view.maxX, view.minY, view.maxY].map(JSONValue.number))
    }
  }

  /// Keeps some numbers that something is made of.
  mutating func keep(_ name: String, _ values: [Double], _ take: ([Double]) -> Void) {
    if isReading {
      if let kept = numbers(name, values.count) { take(kept) }
    } else {
      marks[prefix + name] = .array(values.map(JSONValue.number))
    }
  }

  /// Keeps a word that something is called, where it has one.
  mutating func keep(_ name: String, _ word: String?, _ take: (String) -> Void) {
    if isReading {
      if case .string(let kept)? = marks[prefix + name] { take(kept) }
    } else if let word {
      marks[prefix + name] = .string(word)
    }
  }

  /// So many finite numbers, as they were written.
  private func numbers(_ name: String, _ count: Int) -> [Double]? {
    let values: [JSONValue]
    switch marks[prefix + name] {
    case .array(let list)?: values = list
    case let value?: values = [value]
    case nil: return nil
    }
    let numbers = values.compactMap { value -> Double? in
      if case .number(let number) = value, number.isFinite { number } else { nil }
    }
    return numbers.count == values.count && numbers.count == count ? numbers : nil
  }
}
