import Learning
import Plotting
import Training

/// The stability of a network's training: the gauge under the losses, and the curve in their place.
struct NetworkStability {
  let picture: NetworkPicture
  let snapshot: Snapshot
  let look: Look

  /// The gauge; nil where nothing is measured.
  var gauge: StabilityGauge? {
    picture.stability.map {
      StabilityGauge(
        stability: $0, history: snapshot.history[.stability], method: picture.pace.options.optimizer.name,
        epoch: snapshot.epochsCompleted, look: look)
    }
  }

  /// The curve of η·λmax; nil where nothing is measured.
  func chart(isLogarithmic: Bool) -> StabilityChart? {
    gauge.map {
      StabilityChart(
        gauge: $0, axis: "epoch", first: 1,
        present: Double(snapshot.epochsCompleted) + Double(picture.position) / Double(max(1, picture.dataset.count)),
        head: max(headEpochs, Double(snapshot.history[.stability].count)), isLogarithmic: isLogarithmic,
        remarks: remarks($0.stability))
    }
  }

  private var headEpochs: Double {
    let stepsPerEpoch = max(1, (picture.dataset.count + picture.batchSize - 1) / picture.batchSize)
    return Double(snapshot.head) / Double(stepsPerEpoch)
  }

  private func remarks(_ stability: Stability) -> [String] {
    var remarks: [String] = []
    let count = picture.dataset.count
    let measured = stability.exampleCount ?? count
    let loss = picture.pace.options.regularizer.l2 > 0 ? "loss and penalty" : "loss"
    remarks.append(
      measured < count
        ? "λmax of the \(loss) on \(GroupedNumber.text(measured)) of \(GroupedNumber.text(count)) examples"
        : "λmax of the \(loss) on all \(GroupedNumber.text(count)) examples")
    if picture.batchSize < count {
      remarks.append("the bound is that of full batches; steps on \(picture.batchSize) differ")
    }
    if picture.pace.options.dropout.rate > 0 { remarks.append("measured without dropout") }
    return remarks
  }
}
