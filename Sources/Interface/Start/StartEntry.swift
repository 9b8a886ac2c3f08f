import Training

/// Something the start screen offers: a title, what it shows, and the run behind it.
struct StartEntry: Sendable {
  /// Its name in the list.
  let title: String
  /// One or two plain sentences about what is to be seen.
  let about: String
  /// What runs when it is opened.
  let description: Description

  /// A heading over some entries.
  struct Group: Sendable {
    let title: String
    let entries: [StartEntry]
  }

  private init(_ title: String, _ about: String, _ scene: SceneKind, _ settings: [Key: Setting] = [:]) {
    self.title = title
    self.about = about
    var description = Description(scene)
    for (key, setting) in settings { description[key] = setting }
    self.description = description
  }

  /// Everything the start screen offers, in the order of the lecture.
  static let groups: [Group] = [
    Group(
      title: "The perceptron",
      entries: [
        StartEntry(
          "AND", "Four points, one line. The lecture's worked example: the first epoch without a mistake is the 4th.",
          .perceptron),
        StartEntry(
          "OR", "The other gate a line can do. Same start, same rule, other points.", .perceptron,
          [.data: .word("or")]),
        StartEntry(
          "XOR, which no line can do", "The weights go round in a circle and never come to rest. P shows the proof.",
          .perceptron, [.data: .word("xor-gate")]),
        StartEntry(
          "XOR with one feature more", "Add x1*x2 by hand and the same perceptron succeeds: feature engineering.",
          .perceptron, [.data: .word("xor-gate"), .features: .words(["x1", "x2", "x1*x2"])]),
        StartEntry(
          "Two clouds", "Two hundred points of two normal distributions that a line can separate.", .perceptron,
          [.data: .word("gauss"), .examples: .integer(200), .initializer: .word("uniform")]),
        StartEntry(
          "Penguins", "Real birds: Adelie against Gentoo by the length and depth of their bills.", .perceptron,
          [
            .data: .word("penguins"), .classes: .words(["Adelie", "Gentoo"]), .standardize: .flag(true),
            .initializer: .word("uniform"), .order: .word("shuffled"),
          ]),
      ])
  ]
}
