import Learning

// The keys of the data.

extension KeySpecification {
  /// Where the examples come from, and what is done to them.
  static let data: [KeySpecification] = [
    .init(
      .data, .data, .text(known: Words.datasets), "DATA", "a built-in set, a CSV file, or - for standard input",
      in: .learning, else: .scenes([.perceptron: .word("and"), .network: .word("circle")]), steps: .list),
    .init(
      .columns, .data, .names(most: 2), "X,Y",
      "the two numeric columns of a file, by name or number; guessed when left out",
      in: .learning),
    .init(
      .label, .data, .text(known: []), "COLUMN", "the label column of a file, by name or number; guessed when left out",
      in: .learning),
    .init(
      .classes, .data, .names(most: 10), "A,B",
      "the labels whose examples are kept; of generated sets, how many classes",
      in: .learning),
    .init(
      .standardize, .data, .flag, "", "shift and scale each input to mean 0 and deviation 1", in: .learning,
      else: .always(.flag(false))),
    .init(
      .noise, .data, .number(NumberRange(DatasetOptions.noiseRange)), "AMOUNT",
      "how far the points of a generated set are moved; the set's own amount when left out", in: .learning,
      steps: .addition(0.05, upTo: 1)),
    .init(
      .flipNoise, .data, .number(.unit), "SHARE", "the share of labels that are changed to another class",
      in: .learning,
      else: .always(.number(0))),
    .init(
      .examples, .data, .integer(0...10_000_000), "N",
      "how many examples a generated set has; its own number when left out",
      in: .learning),
    .init(
      .testFraction, .data, .number(.belowOne), "SHARE", "the share of examples kept for testing", in: .learning,
      else: .samples([.perceptron: .number(0), .network: .number(0.5)], whole: .number(0)), steps: .share,
      label: "test share"),
    partSeed(.dataSeed, .data, "decides points, noise, flipped labels and the test set"),
    .init(
      .seed, .data, .integer(Words.seeds), "SEED", "decides everything random: same seed, same run",
      in: .stepping, else: .always(.integer(1)), steps: .addition(1)),
  ]

  /// How a file is read, where that is not to be guessed.
  static let table: [KeySpecification] = [
    .init(
      .target, .data, .word(["classes", "number"]), "WHAT",
      "what the label of a file is: classes to tell apart, or a number to predict; guessed when left out",
      in: .learning),
    .init(
      .header, .data, .word(["yes", "no"]), "YES|NO",
      "whether a file's first row names the columns; guessed when left out",
      in: .learning),
    .init(
      .delimiter, .data, .character(Words.delimiters.map(\.word)), "CHAR",
      "what stands between the fields of a file, a character or a word; guessed when left out", in: .learning),
    .init(
      .decimal, .data, .word(DecimalMark.allCases.map(\.rawValue)), "MARK",
      "the mark before fractions in a file; guessed when left out", in: .learning),
    .init(
      .thousands, .data, .word(ThousandsMark.allCases.map(\.rawValue)), "MARK",
      "the mark between thousands in a file; guessed when left out", in: .learning),
    .init(
      .comment, .data, .character(["none"]), "CHAR", "what the comments of a file begin with, or none; # when left out",
      in: .learning),
    .init(
      .missing, .data, .names(most: 64), "LIST",
      "words for a missing value, in numbers and labels, or none; left out, the usual ones in numbers",
      in: .learning),
  ]
}
