import Learning
import Training

/// The part of `ErrorWords` about data: tables, built-in sets, and what does not fit a scene.
enum DataWords {
  static func words(_ error: DataError) -> [String] {
    switch error {
    case .file(let error): [ErrorWords.words(error)]
    case .csv(let error, let file): ["\(file == "-" ? "standard input" : file)\(words(error))"]
    case .dataset(.table(let error), let name): ["\(name)\(words(error))"]
    case .dataset(.outOfRange(let option, let value, let allowed), let name):
      ["\(name): \(option.rawValue) \(value) is not in \(allowed)"]
    case .dataset(.noLabels, let name):
      ["\(name) has numbers to predict and no classes: there are no labels for flip-noise to flip"]
    case .model(let error): [words(error)]
    case .address(let address):
      ["cannot read '\(ErrorWords.excerpt(address))': nothing is fetched; curl -L ADDRESS | downhill … --data -"]
    case .unknown(let name, let suggestion):
      ["there is neither a data set nor a file '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion))"]
    }
  }

  static func status(_ error: DataError) -> ExitStatus {
    switch error {
    case .file(let error): ErrorWords.status(error)
    case .unknown, .address: .noInput
    case .model(let error): status(AssembledRun.Failure.model(error))
    case .csv, .dataset: .badData
    }
  }

  static func words(_ failure: AssembledRun.Failure) -> String {
    switch failure {
    case .needsClasses(let name): "\(name) has numbers to predict; this scene learns classes"
    case .tooManyClasses(let name, let count, let most):
      "\(name) has \(count) classes, this scene tells \(most) apart; choose with --classes A,B"
    case .needsSquaredError(let name):
      "\(name) has numbers to predict: the loss is squared-error, on any output but softmax"
    case .network(let fault): words(fault)
    case .model(let error): words(error)
    case .unknownData(let name): "there is no data set '\(ErrorWords.excerpt(name))'"
    case .expression(let error): "column \(error.column): \(error.description)"
    case .cannotVary(let key): "descents in one picture can't differ in \(key.rawValue)"
    case .unknownWeight(let name, let known):
      "plane-weights: there is no weight '\(ErrorWords.excerpt(name))'"
        + "\(ErrorWords.suggestion(Spelling.nearest(to: name, among: known))); there is: \(list(known))"
    case .repeatedWeight(let name): "plane-weights: two different weights make a plane, not \(name) twice"
    }
  }

  static func words(_ fault: Network.Fault) -> String {
    switch fault {
    case .noInputs: "a network needs at least one input feature"
    case .units(let layer, let count): "layer \(layer + 1): \(count) units; there are 1 to \(Network.unitLimit)"
    case .depth(let count): "\(count) hidden layers; there are at most \(Network.depthLimit)"
    case .pairing(let loss, let activation):
      "\(loss.rawValue) does not go with a \(activation.rawValue) output; choose from: "
        + loss.outputActivations.map(\.rawValue).joined(separator: ", ")
    case .softmaxOfOne: "softmax over one output is always 1"
    }
  }

  private static func words(_ error: ModelError) -> String {
    switch error.problem {
    case .file(let error): return ErrorWords.words(error)
    case .json(let json): return "\(error.path): \(ErrorWords.words(json))"
    case .shape(let place, let expected): return "\(error.path): \(place) should be \(expected)"
    case .fault(let fault): return "\(error.path): \(words(fault))"
    case .outputs(let found, let needed):
      return "\(error.path): the network has \(counted(found, "output")), this data needs \(needed)"
    case .missingColumn(let name, let available):
      return "\(error.path): the model was trained on column '\(ErrorWords.excerpt(name))', which the data lacks; "
        + "there is: \(list(available))"
    case .unknownClasses(let names, let known):
      return "\(error.path): the model knows no class \(list(names)); it knows: \(list(known))"
    case .otherClasses(let classes):
      return "\(error.path): its classes are others, or in another order: \(list(classes))"
    case .otherNetwork:
      return "\(error.path): the network is of another shape than this one"
    }
  }

  static func words(_ fault: ModelFile.Fault) -> String {
    switch fault {
    case .inputCount(let names):
      "inputs are features, or two columns of any names, not \(names.count): \(list(names))"
    case .featureCount(let count, let inputs): "\(counted(count, "feature")) for \(counted(inputs, "input"))"
    case .columnCount(let count): "columns has \(counted(count, "name")); two are taken here"
    case .repeatedColumn(let name): "the column '\(ErrorWords.excerpt(name))' comes twice"
    case .classCount(let count, let outputs): "\(counted(count, "class")) for \(counted(outputs, "output"))"
    case .repeatedClass(let name): "the class '\(ErrorWords.excerpt(name))' comes twice"
    case .unknownInput(let name): "there is no input '\(ErrorWords.excerpt(name))'"
    case .repeatedInput(let name): "the input \(name) comes twice"
    case .unknownActivation(let layer, let name):
      "layers[\(layer)].activation: there is no '\(ErrorWords.excerpt(name))' for this layer"
    case .unknownLoss(let name): "there is no loss '\(ErrorWords.excerpt(name))'"
    case .noLayers: "there are no layers"
    case .weights(let layer, let unit, let expected, let found):
      "layers[\(layer)].weights[\(unit)] has \(counted(found, "number")), \(expected) come in"
    case .biases(let layer, let expected, let found):
      "layers[\(layer)].biases has \(counted(found, "number")) for \(counted(expected, "unit"))"
    case .notFinite(let place):
      place.input.map { "layers[\(place.layer)].weights[\(place.unit)][\($0)] is too large" }
        ?? "layers[\(place.layer)].biases[\(place.unit)] is too large"
    case .network(let fault): words(fault)
    }
  }

  static func status(_ failure: AssembledRun.Failure) -> ExitStatus {
    switch failure {
    case .cannotVary, .network, .needsSquaredError, .unknownWeight, .repeatedWeight: .usage
    case .model(let error):
      if case .file(let error) = error.problem { ErrorWords.status(error) } else { .badData }
    default: .badData
    }
  }

  /// The expression with a caret under the place.
  static func picture(_ failure: AssembledRun.Failure) -> [String] {
    guard case .expression(let error) = failure else { return [] }
    return [error.excerpt, String(repeating: " ", count: error.caretOffset) + "^"]
  }

  /// The place, where there is one, and what is wrong there: `:3:5: …`.
  static func words(_ error: CSVError) -> String {
    let line = error.line.map { ":\($0)" } ?? ""
    let column = error.line == nil ? "" : error.column.map { ", column \($0)" } ?? ""
    let name = error.columnName.map { " ('\(ErrorWords.excerpt($0))')" } ?? ""
    return "\(line)\(column)\(name): \(words(error.problem))"
  }

  private static func words(_ problem: CSVError.Problem) -> String {
    switch problem {
    case .empty: "the file is empty"
    case .noRows: "there is a header and nothing below it"
    case .noUsableRows(let missing, let otherClasses):
      "no row can be used: in \(missing) a value is missing"
        + (otherClasses > 0 ? ", \(otherClasses) are of another class" : "") + "; --columns and --label choose others"
    case .foreign(let format): ForeignWords.words(format)
    case .notUTF8: "this is not UTF-8; iconv -f latin1 -t utf-8 FILE, or the encoding that it is in, makes it so"
    case .nul: "there is a NUL byte: not a text"
    case .unterminatedQuote: "a quotation mark is opened and never closed"
    case .strayQuote: "a quotation mark inside a field; quote the whole field and double the mark"
    case .textAfterQuote: "text after a closing quotation mark"
    case .rowTooLong(let limit): "a row of more than \(limit >> 10) kB"
    case .raggedRow(let expected, let found): ragged(expected, found)
    case .tooFewColumns(let found, let header):
      header.map { "this looks like a title, line \($0) names the columns; take it away, or begin it with #" }
        ?? "\(counted(found, "column")), but two inputs and a label take three"
    case .tooFewNumericColumns(let found):
      "two columns of numbers are needed besides the label, there is \(found.isEmpty ? "none" : found.joined(separator: ", "))"
    case .tooFewMeasures(let found, let passedOver):
      "two columns of numbers are needed besides the label, there is \(found.isEmpty ? "none" : list(found)); "
        + "passed over as an identifier, a code or a date: \(list(passedOver)); --columns A,B takes it"
    case .singleQuotes: "numbers are in single quotes; CSV has double ones, or none"
    case .noLabelColumn(let inputs):
      "no column looks like a label\(inputs.isEmpty ? "" : " beside \(list(inputs))"); name one with --label, "
        + "and the inputs with --columns"
    case .notTwoColumns(let found): "\(counted(found, "column")) given as inputs; it takes two"
    case .unknownColumn(let name, let available):
      "there is no column '\(ErrorWords.excerpt(name))'; there is: \(list(available))"
    case .ambiguousColumn(let name): "several columns are called '\(ErrorWords.excerpt(name))'; give a number"
    case .columnOutOfRange(let number, let count): "there is no column \(number); there are \(count)"
    case .repeatedColumn(let name): "column '\(ErrorWords.excerpt(name))' is taken for two purposes"
    case .notNumber(let text): "'\(ErrorWords.excerpt(text))' is not a number\(hint(text))"
    case .infinite(let text):
      "'\(ErrorWords.excerpt(text))' is not a finite number; --missing \(ErrorWords.excerpt(text)) leaves such rows out"
    case .outOfRange(let text): "'\(ErrorWords.excerpt(text))' is too large or too close to 0"
    case .ambiguousNumber(let text, let mark): ambiguous(text, mark)
    case .mixedUnits(let text, let before):
      before.isEmpty
        ? "'\(ErrorWords.excerpt(text))' has a unit, the numbers before have none"
        : "'\(ErrorWords.excerpt(text))' has another unit than the numbers before, '\(before)'"
    case .mixedDecimalMarks(let text): "'\(ErrorWords.excerpt(text))' has another decimal mark than the numbers before"
    case .tooManyClasses(let limit, let label):
      "'\(ErrorWords.excerpt(label))' would be one class more than \(limit); choose with --classes or --label"
    case .unknownClass(let name, let available):
      "there is no class '\(ErrorWords.excerpt(name))'; there is: \(list(available))"
    }
  }

  private static func ragged(_ expected: Int, _ found: Int) -> String {
    let words = "\(counted(found, "field")) where the first row has \(expected)"
    if expected < 3 { return "\(words); if that is a title, take it away, or begin it with #" }
    if found == 1 { return "\(words); if this is a footer or a title, take it away, or begin it with #" }
    return found < expected
      ? "\(words): column \(found + 1) is missing" : "\(words): column \(expected + 1) is one too many"
  }

  private static func ambiguous(_ text: String, _ mark: DecimalMark) -> String {
    let name = mark.rawValue
    return "'\(ErrorWords.excerpt(text))' can be read two ways, and no number tells which: "
      + "--decimal \(name) or --thousands \(name)"
  }

  /// What may have been meant by something that is no number.
  private static func hint(_ text: String) -> String {
    if text.hasPrefix("#") { return "; --comment '#' leaves such lines out" }
    let pointed = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    if pointed != text, Double(pointed) != nil { return "; --decimal comma takes the comma as the decimal mark" }
    let isMark = !text.isEmpty && text.count <= 3 && text.allSatisfy { "-.*_/–—".contains($0) }
    let isWord = isMark || ["na", "n.a.", "n.d.", "missing", "unknown", "nil", "none"].contains(text.lowercased())
    return isWord ? "; where it stands for a missing value: --missing '\(text)'" : ""
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map(ErrorWords.excerpt).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
