/// Something wrong with a description, as its author can put it right.
///
/// Names and texts in it are as they were written, so hostile until made safe.
package enum DescriptionError: Error, Sendable, Equatable {
  /// There is no such key.
  case unknownKey(String, suggestion: Key?)
  /// There is no such scene.
  case unknownScene(String, suggestion: SceneKind?)
  /// The key means nothing in this scene.
  case notUsed(Key, in: SceneKind)
  /// The key means something only while another stands at one of these words.
  case needs(Key, other: Key, words: [String])
  case notANumber(Key, String)
  case notAWholeNumber(Key, String)
  case notAFlag(Key, String)
  case outOfRange(Key, String, NumberRange)
  case unknownWord(Key, String, known: [String], suggestion: String?)
  /// Neither one of these words nor one character.
  case notACharacter(Key, String, known: [String])
  /// A number is given to a name that the key does not know.
  case unknownName(Key, String, known: [String])
  /// `name=number` was expected.
  case notAnAssignment(Key, String)
  /// The same name, or the whole key, comes twice.
  case repeated(Key, String)
  case tooMany(Key, count: Int, most: Int)
  /// A race has too few or too many values.
  case valueCount(Key, Int, ClosedRange<Int>)
  case empty(Key)
  /// Two keys exclude one another.
  case conflict(Key, Key)
  /// The scene can't do without this key.
  case missing(Key, in: SceneKind)
  /// There is neither one activation nor one for each hidden layer.
  case activationCount(Int, layers: Int)
  /// The JSON value is of a kind that no key takes: null, or too deep.
  case wrongType(Key)
  /// A description in JSON is an object.
  case notAnObject
}

/// All that is wrong with a description, so that its author can put it right in one go.
package struct DescriptionErrors: Error, Sendable, Equatable {
  /// The faults, in the order of the description; never empty.
  package let errors: [DescriptionError]

  /// Collects faults.
  package init(errors: [DescriptionError]) {
    self.errors = errors
  }
}
