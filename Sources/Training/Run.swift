import Basics
import Learning

/// A description being carried out: deterministic, a value, advances by steps.
///
/// A copy of a run is a checkpoint: two equal runs that advance by the same number of steps and pass through the same
/// changes are equal again, however the steps were divided into calls. So a run holds the state of its training and
/// nothing that depends on the clock, the screen or the number of threads; data that never changes is shared by
/// copy-on-write, scratch space lives only during a call.
package protocol Run: Sendable {
  /// How many updates have been made.
  var step: Int { get }
  /// How many epochs are complete; 0 always for a run without data.
  var epochsCompleted: Int { get }
  /// How the run stands; only a `running` run advances.
  var status: RunStatus { get }
  /// How many steps an epoch has; 1 for a run without data.
  var stepsPerEpoch: Int { get }
  /// How many steps are left until the present epoch is complete; at least 1.
  var stepsToEpochEnd: Int { get }
  /// How many bytes a checkpoint of it takes beyond what it shares.
  var checkpointSize: Int { get }
  /// The learning rate in force.
  var learningRate: Double { get }
  /// The numbers that learning changes, in the order of `Change.parameters`; of several runs, those of one after another.
  var numbers: [Double] { get }

  /// Whether runs of a scene take a new value of a setting between two steps, without a new start.
  static func isLive(_ key: Key, in scene: SceneKind) -> Bool
  /// The names of the numbers that pictures of the scene's runs have besides those of every run, without one for every
  /// weight: for suggestions and help.
  static func quantityNames(in scene: SceneKind) -> [String]
  /// Whether a name that is not listed may be one of theirs: `w17`, `h2.3.r`.
  static func hasQuantity(_ name: String) -> Bool
  /// The curve by which runs are compared in a race.
  static var judge: History.Curve { get }

  /// A lower learning rate with which the same run was tried from its start and went on, where this one has diverged; nil
  /// where it has not, and where no rate is known to help.
  ///
  /// - Complexity: that of some trials, each bounded.
  var remedy: Double? { get }

  /// Makes at most `count` updates and notes the curves; stops early when the status changes.
  ///
  /// The last update made is done with everything on record that a picture shows of one step.
  mutating func advance(by count: Int, history: inout History)

  /// Carries out a change that was made by hand, between two steps; a run that had ended may go on after it.
  mutating func apply(_ change: Change) throws(ChangeError)

  /// Everything that is to be shown of the run as it stands.
  func picture(_ request: PictureRequest) -> any Picture

  /// The same, and what its last step did, where the request asks for that.
  ///
  /// - Parameter past: The run as it was before its last step; nil at the start and where nobody knows.
  func picture(_ request: PictureRequest, after past: (any Run)?) -> any Picture
}

/// What a run shows of itself at one step: an immutable value, its type known to the scene that draws it.
package protocol Picture: Sendable {
  /// How the run that stands so has ended; nil while it goes on.
  func ending(_ standing: Standing) -> (any Claim)?

  /// The number of a name, such as `w1` or `h1.2.r`; nil where the run has none, or not yet.
  ///
  /// - Parameter example: Of whose way through a network the numbers of units are read, counted from 0.
  func number(_ name: String, example: Int) -> Double?
  /// What is read of one of several runs that are shown together, counted from 0; nil where there is none.
  func reading(_ name: String, ofRun index: Int, example: Int) -> Quantity.Reading?
  /// Which of the run's parameters has a name: `w0`, `h1.2.v0`, `x`; nil where none can be set under it.
  func parameterIndex(_ name: String) -> Int?
}

extension Picture {
  /// Most pictures show one run.
  package func reading(_ name: String, ofRun index: Int, example: Int) -> Quantity.Reading? { nil }
}

/// How finely a picture is wanted.
package struct PictureRequest: Sendable, Equatable {
  /// The columns and rows of sampled fields.
  package var columns: Int
  /// The rows of sampled fields.
  package var rows: Int
  /// The rectangle of the plane that is in view, when it is not the one that fits the data.
  package var view: PlaneRect?
  /// What is wanted of a network, if the run is one.
  package var network = NetworkWish()
  /// The wishes for the pictures of the runs that this one is about.
  package var parts: [PictureRequest] = []
  /// Which plane of the weights is wanted, when it is not the one of the description.
  package var plane: LandscapeChoice?
  /// Whether only what is seen of a branch in the background is wanted: boundary, path, scores and single numbers.
  package var isOutline = false
  /// Whether what the last step did is to be shown, for which the run is looked up as it was before.
  package var hasStepMade = false
  /// Whether it is one of many pictures that pass while training goes on at full speed: a number that costs more than the
  /// rest of the picture may be as it was found last.
  package var isPassing = false

  /// The same request for a branch in the background.
  var inOutline: PictureRequest {
    var outline = self
    outline.isOutline = true
    outline.hasStepMade = false
    return outline
  }

  /// Makes a request.
  package init(columns: Int = 100, rows: Int = 60, view: PlaneRect? = nil) {
    self.columns = columns
    self.rows = rows
    self.view = view
  }
}

extension Run {
  /// What is to be shown says nothing of the run before.
  package func picture(_ request: PictureRequest, after past: (any Run)?) -> any Picture { picture(request) }

  /// Most runs are of a function.
  package static var judge: History.Curve { .value }

  /// Most runs have few numbers, and all are listed.
  package static func hasQuantity(_ name: String) -> Bool { false }

  /// Whether the next step is the first of an epoch.
  package var isAtEpochStart: Bool { stepsToEpochEnd == stepsPerEpoch }
}

extension PictureRequest {
  /// The columns and rows that are wanted; fewer of both, but not below 8, where that many would take too long.
  ///
  /// - Parameters:
  ///   - cost: What each place costs, in any unit.
  ///   - most: How much all places together may cost.
  func size(costing cost: Double, atMost most: Double) -> (columns: Int, rows: Int) {
    let (columns, rows) = (max(0, columns), max(0, rows))
    let total = Double(columns) * Double(rows) * cost
    guard total > most else { return (columns, rows) }
    let share = (most / total).squareRoot()
    func thinned(_ count: Int) -> Int { Int(Double(count) * share, within: min(8, count)...count) }
    return (thinned(columns), thinned(rows))
  }
}

extension Int {
  /// A number without its fraction, or the end of a range that it lies beyond; the lower end for NaN.
  init(_ number: Double, within range: ClosedRange<Int>) {
    if number >= Double(range.upperBound) {
      self = range.upperBound
    } else if number > Double(range.lowerBound) {
      self = Int(number)
    } else {
      self = range.lowerBound
    }
  }
}
