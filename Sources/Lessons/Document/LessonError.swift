import Training

/// What is wrong with a lesson's file, all of it at once.
package struct LessonError: Error, Sendable, Equatable {
  /// The file as it was named; hostile until made safe.
  package let file: String
  /// The faults in the order of the text; never empty.
  package let faults: [LessonFault]

  /// Collects faults.
  package init(file: String, faults: [LessonFault]) {
    self.file = file
    self.faults = faults
  }
}

/// One fault of a lesson, where it is and what it is.
///
/// Names and texts in it are as they were written, so hostile until made safe.
package struct LessonFault: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
    /// The file has more bytes than a lesson may have.
    case tooLarge(most: Int)
    /// The text is not UTF-8.
    case notUTF8
    /// The text is no YAML: in the parser's words.
    case syntax(String)
    /// There is nothing in the file.
    case empty
    /// A second document begins here.
    case severalDocuments
    /// Mappings and lists are nested deeper than so many levels.
    case tooDeep(most: Int)
    /// Something of YAML that lessons do without: an anchor, an alias, a tag.
    case notAllowed(String)
    /// The same key comes twice in a mapping.
    case repeatedKey(String)
    /// A key that is not known here; what is, and what may have been meant.
    case unknownKey(String, known: [String], suggestion: String?)
    /// A key that must be there is not.
    case missing(String)
    /// Something else was expected.
    case expected(String, found: String)
    /// A condition on something that a scene does not have.
    case unknownQuantity(String, scene: SceneKind, suggestion: String?)
    /// A setting of a description is wrong.
    case description(DescriptionError)
    /// An answer does, or changes, what its sheet does not allow; what the sheet allows.
    case forbidden(String, allowed: [String])
    /// A step asks for something that can't be carried out: why.
    case impossible(String)
  }

  /// Where it is; nil where it concerns the whole file.
  package let place: TextPlace?
  /// What is wrong.
  package let problem: Problem

  /// Makes a fault.
  package init(_ problem: Problem, at place: TextPlace?) {
    self.problem = problem
    self.place = place
  }
}
