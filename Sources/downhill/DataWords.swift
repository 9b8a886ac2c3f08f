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
    case .unknown(let name, let suggestion):
      ["there is neither a data set nor a file '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion))"]
    }
  }

  static func status(_ error: DataError) -> ExitStatus {
    switch error {
    case .file(let error): ErrorWords.status(error)
    case .unknown: .noInput
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
    case .otherNetwork:
      return "\(error.path): the network is of another shape than this one"
    }
  }

  static func words(_ fault: ModelFile.Fault) -> String {
    switch fault {
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
      "no row can be used: in \(missing) a value is missing, \(otherClasses) are of another class"
    case .compressed: "this is a compressed file; unpack it first"
    case .utf16: "this is UTF-16; save it as UTF-8"
    case .notUTF8: "this is not UTF-8"
    case .nul: "there is a NUL byte: not a text"
    case .unterminatedQuote: "a quotation mark is opened and never closed"
    case .strayQuote: "a quotation mark inside a field; quote the whole field and double the mark"
    case .textAfterQuote: "text after a closing quotation mark"
    case .rowTooLong(let limit): "a row of more than \(limit >> 10) kB"
    case .raggedRow(let expected, let found): "\(counted(found, "field")) where the first row has \(expected)"
    case .tooFewColumns(let found): "\(counted(found, "column")), but two inputs and a label take three"
    case .tooFewNumericColumns(let found):
      "two columns of numbers are needed besides the label, there is \(found.isEmpty ? "none" : found.joined(separator: ", "))"
    case .noLabelColumn: "no column looks like a label; name one with --label"
    case .notTwoColumns(let found): "\(counted(found, "column")) given as inputs; it takes two"
    case .unknownColumn(let name, let available):
      "there is no column '\(ErrorWords.excerpt(name))'; there is: \(list(available))"
    case .ambiguousColumn(let name): "several columns are called '\(ErrorWords.excerpt(name))'; give a number"
    case .columnOutOfRange(let number, let count): "there is no column \(number); there are \(count)"
    case .repeatedColumn(let name): "column '\(ErrorWords.excerpt(name))' is taken for two purposes"
    case .notNumber(let text): "'\(ErrorWords.excerpt(text))' is not a number"
    case .infinite(let text): "'\(ErrorWords.excerpt(text))' is not a finite number"
    case .outOfRange(let text): "'\(ErrorWords.excerpt(text))' is too large or too close to 0"
    case .mixedDecimalMarks(let text): "'\(ErrorWords.excerpt(text))' has another decimal mark than the numbers before"
    case .tooManyClasses(let limit, let label):
      "'\(ErrorWords.excerpt(label))' would be one class more than \(limit); choose with --classes or --label"
    case .unknownClass(let name, let available):
      "there is no class '\(ErrorWords.excerpt(name))'; there is: \(list(available))"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map(ErrorWords.excerpt).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
