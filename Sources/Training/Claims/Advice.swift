/// What can be done about how a run stands; who shows it names the keys for it.
package enum Advice: Sendable, Equatable {
  /// Begin at another place.
  case anotherStart
  /// Lower the learning rate to this one, with which the same run was tried and went on.
  case lowerRate(PrintedNumber)
  /// Raise the learning rate.
  case higherRate
  /// Go on to this many steps.
  case moreSteps(Int)
  /// Begin anew.
  case restart
  /// Go one step back.
  case stepBack
  /// Compare something else.
  case compare
  /// Open the selected run of several, or come back from them.
  case openOne
  /// Place points or choose data.
  case getPoints
  /// Look at where other starts end.
  case otherStarts
  /// Look at the proof.
  case proof
  /// Move the weights by hand.
  case moveWeights
}
