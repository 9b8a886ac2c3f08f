import Learning

/// Measures how fast perceptrons and networks train, fields and loss surfaces are sampled, principal directions found and
/// past steps gone back to, and what share of the core's multiply-adds training and sampling are.
///
/// Prints one line a measurement, its columns separated by tabs: kind, network, batch or size, millions a second (or what
/// the line itself says), share of the peak. With arguments only the kinds named are measured. Build it with optimization and for the machine at hand,
/// or the figures mean nothing.
@main
struct Bench {
  /// The hidden layers and the batch size of each training that is measured.
  static let trainings: [([Int], Int)] = [
    ([4, 2], 10), ([8, 8], 1), ([8, 8], 10), ([8, 8], 250), ([8, 8, 8, 8, 8, 8], 10), ([8, 8, 8, 8, 8, 8], 30),
    ([64, 64], 32),
  ]

  static func main() throws {
    let wanted = Set(CommandLine.arguments.dropFirst())
    func isWanted(_ kind: String) -> Bool { wanted.isEmpty || wanted.contains(kind) }
    let peak = Peak.multiplyAdds()
    print("peak", "-", "-", Report.number(peak / 1e9), "GF/s", separator: "\t")
    for points in isWanted("perceptron") ? PerceptronCase.Points.allCases : [] {
      let rate = PerceptronCase(points).rate()
      print("perceptron", points.rawValue, "\(PerceptronCase.count)", Report.number(rate / 1e6), "-", separator: "\t")
    }
    for (hidden, batch) in isWanted("train") ? Self.trainings : [] {
      let network = NetworkCase(hidden: hidden)
      Report.line("train", network, "\(batch)", rate: network.trainingRate(batchSize: batch), flops: 6, peak: peak)
    }
    for hidden in isWanted("field") ? [[4, 2], [8, 8], [8, 8, 8, 8, 8, 8], [64, 64]] : [] {
      let network = NetworkCase(hidden: hidden)
      Report.line("field", network, "200x120", rate: network.fieldRate(units: false), flops: 2, peak: peak)
      Report.line("units", network, "200x120", rate: network.fieldRate(units: true), flops: 2, peak: peak)
    }
    if isWanted("slice") {
      let network = NetworkCase(hidden: [8, 8], count: 500)
      Report.line("slice", network, "61x61x500", rate: network.sliceRate(), flops: 2, peak: peak)
    }
    for parameters in isWanted("principal") ? [25, 105, 4417] : [] {
      let path = PrincipalCase(parameters: parameters)
      print("principal", path.name, "-", Report.number(path.rate()), "paths/s", separator: "\t")
    }
    for past in isWanted("timeline") ? try TimelineCase.all() : [] {
      let found = try past.measure()
      print(
        "timeline", past.name, "\(TimelineCase.steps) steps",
        "jump \(Report.number(found.jump.median)) ms, at most \(Report.number(found.jump.worst)) ms",
        "back \(Report.number(found.back.median)) ms, at most \(Report.number(found.back.worst)) ms",
        "\(Report.number(Double(found.bytes) / 1e6)) MB (aim: 100 ms)", separator: "\t")
    }
    guard isWanted("surface") else { return }
    let surfaces = SurfaceCase()
    print("surface", surfaces.name, "alone", Report.number(surfaces.alone()), "surfaces/s", separator: "\t")
    let shared = surfaces.whileTraining()
    print(
      "surface", surfaces.name, "while training", Report.number(shared.surfaces), "surfaces/s",
      "beside \(Report.number(shared.training / 1e6)) M examples/s (aim: 30 surfaces/s)", separator: "\t")
  }
}
