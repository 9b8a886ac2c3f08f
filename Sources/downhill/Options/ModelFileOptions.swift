import ArgumentParser

/// The options about the weights and biases of a network.
struct ModelFileOptions: ParsableArguments {
  @Flag(help: "put the weights and biases into the records, in the form of the model file")
  var parameters = false

  @Option(
    help: ArgumentHelp("write the network as it stands at the end", valueName: "FILE.json"),
    completion: .file(extensions: ["json"]))
  var saveModel: String?

  /// The file that is written.
  var files: [NamedFile] { [NamedFile("--save-model", saveModel, .writing)].compactMap { $0 } }
}
