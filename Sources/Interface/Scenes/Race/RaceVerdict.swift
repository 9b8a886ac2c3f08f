import Plotting
import Training

/// What became of a member of a race, in a word.
///
/// The rule compares differences, so a function may well be negative. *Diverged* is what the run itself says. From the curve
/// so far: *good* where at most a hundredth is left of the fall from the first value to the least of all members; *caught*
/// where it has converged above that, in another minimum; *oscillates* where the last two steps point against one another,
/// or the curve rose in a quarter of its last 40 values and by more than a hundredth of that fall among them; *too slow* otherwise, while it still falls; *stands* where not.
enum RaceVerdict: String {
  case diverged
  case good
  case caught
  case oscillates
  case tooSlow = "too slow"
  case stands
  case waits = "not begun"
  case begins = "first epoch"

  /// Judges a member beside the least score of all members.
  init(_ entry: RacePicture.Entry, best: Double) {
    let values = entry.snapshot.history[entry.judge].buckets.map(\.last)
    guard let last = values.last, let first = values.first else {
      self = entry.snapshot.step > 0 ? .begins : .waits
      return
    }
    if case .diverged = entry.snapshot.status {
      self = .diverged
      return
    }
    let tail = values.suffix(40)
    let rises = zip(tail, tail.dropFirst()).reduce(0) { $0 + ($1.1 > $1.0 ? 1 : 0) }
    let fall = first - best
    let spread = (tail.max() ?? last) - (tail.min() ?? last)
    if !last.isFinite {
      self = .diverged
    } else if last - best <= max(0, fall) / 100 {
      self = .good
    } else if entry.snapshot.status == .converged {
      self = .caught
    } else if RaceVerdict.turnsBack(entry) || rises * 4 >= tail.count && spread > fall / 100 {
      self = .oscillates
    } else {
      self = last < values[max(0, values.count - 10)] ? .tooSlow : .stands
    }
  }

  /// Whether the last two steps of a descent point against one another.
  private static func turnsBack(_ entry: RacePicture.Entry) -> Bool {
    guard let places = (entry.snapshot.picture as? DescentPicture)?.first.path.places.suffix(3), places.count == 3
    else { return false }
    let path = places.map(\.point)
    let (acrossBefore, upBefore) = (path[1].x - path[0].x, path[1].y - path[0].y)
    let (acrossAfter, upAfter) = (path[2].x - path[1].x, path[2].y - path[1].y)
    return acrossBefore * acrossAfter + upBefore * upAfter < 0
  }

  /// The color it is told in.
  func style(_ theme: Theme) -> Style {
    switch self {
    case .diverged: theme.bad
    case .good: theme.good
    case .oscillates, .stands, .caught: theme.warning
    case .tooSlow, .waits, .begins: theme.muted
    }
  }
}
