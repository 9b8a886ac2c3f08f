import Foundation
import Learning
import TestSupport
import Testing
import Training

/// The promise about tables and JSON Lines.
///
/// The header comes first, always, and has every column that a row can have; every row has as many fields. JSON Lines go
/// from `start` to `end`.
@Suite struct RecordTableTests {
  private static let optimizers = Optimizer.all.map(\.name)

  /// Every scene with every optimizer, kind of data, and whatever else decides what a record has; short runs of each.
  static let commands: [String] = {
    var commands = [
      "graph", "graph x*y --at x=2,y=3", "graph 5", "activations", "activations --activation softmax --at x=2",
      "landscape perceptron --resolution 3 --epochs 2", "landscape --resolution 3 --epochs 1 --examples 20",
      "landscape perceptron --resolution 3 --epochs 2 --slice",
    ]
    for function in ["parabola", "two-valleys", "x^2-3x", "x", "7", "log(x)"] {
      commands += (optimizers + ["newton", "line-search"]).map {
        "curve \(function) --steps 3 --optimizer \($0) --start x=-1.5"
      }
      commands.append("curve \(function) --steps 0")
      commands.append("curve \(function) --steps 2 --every epoch")
    }
    for function in ["sphere", "saddle", "rosenbrock", "x*y", "x", "3", "sqrt(x)+y"] {
      commands += (optimizers + ["newton", "line-search"]).map { "surface \(function) --steps 3 --optimizer \($0)" }
    }
    commands += [
      "race curve parabola --vary optimizer=\((optimizers + ["newton"]).joined(separator: ",")) --steps 3",
      "race surface sphere --vary optimizer=adam,sgd,newton,line-search --steps 3",
      "race surface --vary function=sphere;rosenbrock;x+y --steps 3", "race curve --vary steps=0,3",
      "race curve --vary function=two-valleys;parabola --steps 2", "race surface --vary start=x=3,y=2;x=-1 --steps 2",
    ]
    for data in ["and", "xor-gate", "gauss", "penguins"] {
      for rest in [
        "", "--test-fraction 0.5", "--features x1,x1*x2,sin(x2)", "--every step", "--every 3", "--epochs 0",
        "--learning-rate 1e308 --weights w1=1e308,w2=1e308,w0=1e308", "--features x1 --test-fraction 0.3 --every step",
      ] {
        let classes = data == "penguins" ? " --classes Adelie,Gentoo" : ""
        commands.append(
          "perceptron --data \(data)\(classes) --epochs 3 \(rest)".replacing(
            "--epochs 3 --epochs 0", with: "--epochs 0"))
      }
    }
    for data in ["circle", "penguins", "plane", "bumps", "blobs"] {
      commands += optimizers.map { "network --data \(data) --epochs 2 --optimizer \($0)" }
      for rest in [
        "--epochs 0", "--test-fraction 0", "--parameters", "--every step", "--learning-rate 1e300", "--every 2",
        "--hidden none --parameters", "--features x1,x2^2 --parameters",
      ] {
        commands.append(
          "network --data \(data) --epochs 2 \(rest)".replacing("--epochs 2 --epochs 0", with: "--epochs 0"))
      }
    }
    commands += [
      "race perceptron --vary features=x1;x1,x2,x1*x2 --epochs 2",
      "race perceptron --vary test-fraction=0,0.5 --data gauss --epochs 2",
      "race perceptron --vary learning-rate=1e308,0.1 --weights w1=1e308,w2=1e308,w0=1e308 --epochs 2",
      "race network --vary hidden=2;3,4;none --parameters --epochs 1 --examples 20".replacing(
        " --parameters", with: ""),
      "race network --vary learning-rate=1e300,0.1 --epochs 1 --examples 20",
      "race network --vary data=circle,plane --epochs 1",
      "race network --vary loss=squared-error,binary-cross-entropy --epochs 1 --every step --examples 20",
      "race perceptron --vary weights=w1=1;w2=1,w0=1 --epochs 1 --every step",
      "race network --vary optimizer=\(optimizers.joined(separator: ",")) --epochs 1 --examples 20",
    ]
    return commands
  }()

  /// The fields of a line of RFC 4180.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// The names that the values of a record have in a table.
  private static func names(_ value: JSONValue, _ path: String = "") -> Set<String> {
    func below(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    return switch value {
    case .array(let values):
      Set(values.enumerated().flatMap { names($1, below("\($0 + 1)")) })
    case .object(let members): Set(members.flatMap { names($0.1, below($0.0)) })
    default: [path]
    }
  }

  @Test("A table is rectangular, its header first", arguments: commands) func rectangular(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let table = try Program.run(words + ["--format", "csv"])
    try #require(table.status == 0, "\(command): \(table.messages)")
    let lines = table.lines
    try #require(!lines.isEmpty, "\(command): no header")
    let header = Self.fields(lines[0])
    #expect(Set(header).count == header.count, "\(command): \(header)")
    #expect(header.allSatisfy { Double($0) == nil && !$0.isEmpty }, "\(command): \(header)")
    for line in lines.dropFirst() {
      #expect(Self.fields(line).count == header.count, "\(command): \(lines[0]) / \(line)")
    }
    guard words[0] != "landscape" else { return }
    // The same run as JSON Lines says what the rows have to say, and how many they are.
    let records = try Program.run(words + ["--format", "jsonl"]).lines.map { try JSONParser.parse($0) }
    #expect(records.first?["event"] == "start" && records.last?["event"] == "end", "\(command)")
    let isOfEpochs = header.contains("train.loss")
    let rows = records.filter { $0["event"] == (isOfEpochs ? "epoch" : "step") }
    // By itself a perceptron's JSON Lines have its steps, its table its epochs, whatever --every says of neither.
    if words.contains("--every") || words[0] != "perceptron" { #expect(rows.count == lines.count - 1, "\(command)") }
    for row in rows {
      let missing = Self.names(row).subtracting(header).subtracting(["event", "diverged"])
      #expect(missing.isEmpty, "\(command): \(missing)")
    }
  }

  @Test("The columns that were there stay where they were") func stable() throws {
    let headers = [
      (
        "perceptron --epochs 1",
        "epoch,step,train.loss,train.accuracy,train.errors,parameters.w0,parameters.w1,parameters.w2"
      ),
      (
        "perceptron --epochs 1 --every step",
        "epoch,step,example.index,example.x.1,example.x.2,example.y,s,prediction,loss,gradient.w0,gradient.w1,gradient.w2,"
          + "weights.w0,weights.w1,weights.w2"
      ),
      ("network --epochs 1", "epoch,step,train.loss,train.penalty,train.accuracy,test.loss,test.accuracy"),
      ("surface rosenbrock --steps 1", "step,point.1,point.2,value,gradient.1,gradient.2"),
      ("activations", "step,x,value,slope"),
      ("landscape --epochs 0 --resolution 2 --directions random", "alpha,beta,loss"),
    ]
    for (command, header) in headers {
      let outcome = try Program.run(command.split(separator: " ").map(String.init) + ["--format", "csv"])
      #expect(outcome.lines.first == header, "\(command)")
    }
  }
}

/// Records reach their reader at once, and a signal ends a run in good order.
@Suite struct RecordStreamTests {
  /// A run that is read while it goes on.
  private final class Running {
    let process = Process()
    let pipe = Pipe()
    private(set) var text = ""

    init(_ arguments: [String], in folder: URL) throws {
      process.executableURL = URL(filePath: Program.path)
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    /// Reads until so many lines are there or the program has ended.
    func read(lines: Int) {
      while text.filter({ $0 == "\n" }).count < lines {
        let data = pipe.fileHandleForReading.availableData
        guard !data.isEmpty else { return }
        text += String(decoding: data, as: UTF8.self)
      }
    }

    /// Reads to the end, and waits for it.
    func finish() {
      while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
        text += String(decoding: data, as: UTF8.self)
      }
      process.waitUntilExit()
    }
  }

  @Test("A record is with its reader while the next one is still being made") func atOnce() throws {
    try withScratchFolder { folder in
      // A second epoch that takes many seconds: the start and the first epoch must come before it is over.
      let run = try Running(
        [
          "network", "--data", "gauss", "--examples", "400000", "--hidden", "64,64", "--batch-size", "1", "--format",
          "jsonl",
        ],
        in: folder)
      run.read(lines: 1)
      #expect(run.text.hasPrefix("{\"event\":\"start\""))
      #expect(!run.text.contains("\"event\":\"end\""))
      kill(run.process.processIdentifier, SIGKILL)
      run.finish()
    }
  }

  @Test(
    "SIGINT and SIGTERM: the records, an end that says so, the model, and death by the signal",
    arguments: [SIGINT, SIGTERM], ["jsonl", "csv", "text"])
  func interrupted(signal: Int32, format: String) throws {
    try withScratchFolder { folder in
      let run = try Running(
        [
          "network", "--epochs", "1000000", "--format", format, "--save-model", "m.json", "--parameters",
        ], in: folder)
      run.read(lines: 20)
      kill(run.process.processIdentifier, signal)
      run.finish()
      #expect(run.process.terminationReason == .uncaughtSignal && run.process.terminationStatus == signal)
      #expect(run.text.hasSuffix("\n"))
      let lines = run.text.split(separator: "\n").map(String.init)
      if format == "jsonl" {
        let end = try JSONParser.parse(try #require(lines.last))
        #expect(end["event"] == "end" && end["reason"] == "interrupted")
        let parameters = try #require(end["parameters"])
        let saved = try String(contentsOf: folder.appending(path: "m.json"), encoding: .utf8)
        #expect(try JSONParser.parse(saved) == parameters)
        #expect(try lines.map { try JSONParser.parse($0)["event"] }.first == "start")
      } else if format == "csv" {
        let counts = Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
        #expect(counts.count == 1)
      } else {
        #expect(lines.last?.hasPrefix("interrupted at step ") == true, "\(lines.last ?? "")")
      }
    }
  }

  @Test(
    "It ends within a second whatever it is busy with",
    arguments: [
      ["race", "surface", "--steps", "1000000000", "--format", "jsonl"],
      ["perceptron", "--data", "gauss", "--examples", "200000", "--epochs", "1000000", "--format", "csv"],
      ["landscape", "--epochs", "1000000", "--format", "jsonl"],
      ["network", "--epochs", "1000000", "--picture", "p.txt"],
    ]) func soon(arguments: [String]) throws
  {
    try withScratchFolder { folder in
      let run = try Running(arguments, in: folder)
      usleep(700_000)
      let start = ContinuousClock.now
      kill(run.process.processIdentifier, SIGTERM)
      run.finish()
      let time = ContinuousClock.now - start
      #expect(run.process.terminationReason == .uncaughtSignal, "\(arguments)")
      #expect(time < TestShare.patience(.seconds(3)), "\(arguments) took \(time)")
    }
  }

  @Test("A reader that has stopped reading does not keep it alive") func stuck() throws {
    try withScratchFolder { folder in
      let run = try Running(["perceptron", "--data", "xor", "--epochs", "1000000", "--format", "jsonl"], in: folder)
      run.read(lines: 1)
      usleep(500_000)
      kill(run.process.processIdentifier, SIGTERM)
      run.process.waitUntilExit()
      #expect(run.process.terminationReason == .uncaughtSignal && run.process.terminationStatus == SIGTERM)
    }
  }

  @Test("A signal that is ignored stays ignored") func ignored() throws {
    let outcome = try Program.run(
      ["curve", "--steps", "3", "--format", "csv"], redirection: "| { trap '' INT; cat; }")
    #expect(outcome.status == 0 && outcome.lines.count == 5)
  }
}
