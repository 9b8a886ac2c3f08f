import Lessons
import Training

/// Something the start screen offers: a title, what it shows, and the run behind it.
struct StartEntry: Sendable {
  /// Its name in the list.
  let title: String
  /// One or two plain sentences about what is to be seen.
  let about: String
  /// What runs when it is opened.
  let description: Description
  /// The lesson that is played when it is opened; nil for a scene alone.
  let lesson: Lesson?

  /// A heading over some entries.
  struct Group: Sendable {
    let title: String
    let entries: [StartEntry]
  }

  /// An entry for what a command shows.
  ///
  /// - Precondition: The command can be read: it is one of ours.
  private init(_ title: String, _ about: String, _ command: String) {
    self.title = title
    self.about = about
    do {
      description = try Description(commandLine: command)
    } catch {
      preconditionFailure("\(title): \(command): \(error)")
    }
    lesson = nil
  }

  private init(_ lesson: Lesson) {
    title = "\(lesson.section < 10 ? " " : "")\(lesson.section)  \(lesson.title)"
    about = lesson.summary
    description = lesson.description
    self.lesson = lesson
  }

  /// The lecture: its lessons in order, those of a section together.
  private static var lecture: [Group] {
    let lessons = BuiltInLessons.all
    guard !lessons.isEmpty else { return [] }
    return [Group(title: "The lecture", entries: lessons.map { StartEntry($0) })]
  }

  /// Everything the start screen offers: the lecture first.
  static let groups: [Group] = lecture + scenes

  /// Scenes to look at without a lesson.
  private static let scenes: [Group] = [
    Group(
      title: "The perceptron",
      entries: [
        StartEntry(
          "AND",
          "Four points, one line. The lecture's worked example: the first epoch without a mistake is the 4th.",
          "perceptron"),
        StartEntry(
          "OR",
          "The other gate a line can do. Same start, same rule, other points.",
          "perceptron --data or"),
        StartEntry(
          "XOR, which no line can do",
          "The weights go round in a circle and never come to rest. P shows the proof.",
          "perceptron --data xor-gate"),
        StartEntry(
          "XOR with one feature more",
          "Add x1*x2 by hand and the same perceptron succeeds: feature engineering.",
          "perceptron --data xor-gate --features 'x1,x2,x1*x2'"),
        StartEntry(
          "Two clouds",
          "Two hundred points of two normal distributions that a line can separate.",
          "perceptron --data gauss --examples 200 --initializer uniform"),
        StartEntry(
          "Penguins",
          "Real birds: Adelie against Gentoo by the length and depth of their bills.",
          "perceptron --data penguins --classes Adelie,Gentoo --standardize --initializer uniform --order shuffled"),
      ]),
    Group(
      title: "Multi-layer perceptrons",
      entries: [
        StartEntry(
          "A circle, with hidden units",
          "Four units each draw a line; two more put the lines together. No line does it.",
          "network"),
        StartEntry(
          "Backpropagation, by hand",
          "One example, every number: forward, the loss, backward, the update. One key a move.",
          "network --data xor-gate --test-fraction 0 --hidden 2 --activation sigmoid --batch-size 1 "
            + "--order given --learning-rate 0.5 --view backpropagation"
        ),
        StartEntry(
          "The training loop",
          "A batch, its predictions, its loss, new weights, and round again: the numbers of every "
            + "step, where they belong.",
          "network --data circle --batch-size 10 --view training-loop"),
        StartEntry(
          "XOR, solved",
          "The hidden units find the feature that was added by hand before.",
          "network --data xor --hidden 6 --optimizer adam --learning-rate 0.03"),
        StartEntry(
          "Two moons",
          "A boundary that bends, and how sure the network is on either side.",
          "network --data moons --hidden 8 --optimizer adam --learning-rate 0.03"),
        StartEntry(
          "Two spirals",
          "The hard one: two layers of sixteen, adam, and a learning rate that falls.",
          "network --data spiral --examples 1000 --hidden 16,16 --optimizer adam --learning-rate "
            + "0.02 --schedule cosine --decay-every 300"
        ),
        StartEntry(
          "Three classes",
          "Softmax: one output a class, and the largest wins.",
          "network --data blobs --hidden 8 --optimizer adam --learning-rate 0.03"),
        StartEntry(
          "Three kinds of penguins",
          "Real birds by the length and depth of their bills: all three species.",
          "network --data penguins --standardize --hidden 8 --optimizer adam --learning-rate 0.03"),
        StartEntry(
          "Activation functions",
          "ReLU, sigmoid, tanh, softmax and others with their slopes: → moves x on all of them.",
          "activations"),
        StartEntry(
          "A landscape to predict",
          "Regression: the output is a number, and R² says how well it is met.",
          "network --data bumps --hidden 16,16 --optimizer adam --learning-rate 0.01"),
      ]),
    Group(
      title: "Gradient descent",
      entries: [
        StartEntry(
          "A derivative",
          "x^2 with its tangent: move x against the slope and f falls.",
          "curve parabola"),
        StartEntry(
          "A gradient",
          "x^2 + y^2 from above: contours, the arrow, the path. v shows it in three dimensions.",
          "surface sphere"),
        StartEntry(
          "The chain rule",
          "sin(x^2) as a graph: values flow forward, derivatives flow back, one move a key.",
          "graph"),
        StartEntry(
          "Learning rates",
          "Four learning rates from one start: slow, at once, swinging, diverging.",
          "surface sphere --vary learning-rate=0.1,0.5,0.9,1.1"),
        StartEntry(
          "A local minimum",
          "Two valleys. A small learning rate is caught in the nearer one; try 0.15.",
          "curve two-valleys"),
        StartEntry(
          "Optimizers side by side",
          "Rosenbrock's bent valley: momentum and adam run where plain descent crawls.",
          "surface rosenbrock --learning-rate 0.001 --vary optimizer=sgd,momentum,rmsprop,adam"),
        StartEntry(
          "The start decides",
          "Himmelblau's function has four equal minima; four starts find them.",
          "surface himmelblau --vary 'start=x=-1,y=2.5;x=1,y=3;x=-1,y=-2;x=1,y=-1.5'"),
      ]),
    Group(
      title: "The loss as a landscape",
      entries: [
        StartEntry(
          "A perceptron's weights",
          "The line among the points beside the loss over its weights w1 and w2. Take the point and the line moves.",
          "landscape perceptron --data gauss --examples 60 --initializer uniform"),
        StartEntry(
          "A network's way down",
          "The loss over the two directions that hold most of the path of all its weights.",
          "landscape network --data circle --hidden 6 --optimizer adam --learning-rate 0.03"),
      ]),
    Group(
      title: "Side by side",
      entries: [
        StartEntry(
          "Learning rates on x² + y²",
          "Slow, in one step, to and fro, in a circle, away: the five behaviors at once.",
          "race surface sphere --vary learning-rate=0.1,0.5,0.9,1,1.1"),
        StartEntry(
          "Two valleys, six rates",
          "Too careful and it stays in the first valley; bolder, and it finds the deeper one.",
          "race curve two-valleys --vary learning-rate=0.01,0.02,0.05,0.1,0.15,0.2"),
        StartEntry(
          "Optimizers on the spiral",
          "The same network, start and batches: what a better optimizer changes.",
          "race network --data spiral --hidden 8,8 --vary optimizer=sgd,momentum,rmsprop,adam"),
        StartEntry(
          "Activations on the spiral",
          "Sigmoid, tanh and ReLU from the same seed.",
          "race network --data spiral --hidden 8,8 --optimizer adam --vary 'activation=sigmoid;tanh;relu'"),
      ]),
  ]
}

extension Lesson {
  /// What it begins with, in a sentence or two: its first paragraph.
  fileprivate var summary: String {
    let text = steps.first?.say ?? goal?.say ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.prefix { !$0.isEmpty && !$0.hasPrefix("  ") }.joined(separator: " ")
    // What announces a formula is not a sentence without it.
    return first.hasSuffix(":") ? "\(first.dropLast())…" : first
  }
}
