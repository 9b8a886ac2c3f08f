import Plotting
import Training

extension SceneContext {
  /// The curves of the branches in the background, from the step on where they left the current one.
  ///
  /// - Parameters:
  ///   - curve: Which curve.
  ///   - first: Where on the axis the value at index 0 lies, in the curve's own unit.
  ///   - unit: How many steps an index stands for.
  ///   - scale: What a value of the curve's own unit is on the axis.
  ///   - offset: What is taken off each value.
  func branchSeries(
    _ curve: History.Curve, first: Double = 0, unit: Int = 1, scale: Double = 1, offset: Double = 0
  ) -> [LineChart.Series] {
    guard let snapshot else { return [] }
    let labels = branchLabels
    return otherBranches.map { branch in
      let values = branch.history[curve]
      let fork = Double(snapshot.commonStep(with: branch) / max(1, unit))
      let samples = values.buckets.enumerated().compactMap { index, bucket -> LineChart.Sample? in
        let place = Double(index * values.stride) + first
        guard place >= fork - Double(values.stride) else { return nil }
        return LineChart.Sample(x: place * scale, low: bucket.minimum - offset, high: bucket.maximum - offset)
      }
      let name = labels.first { $0.id == branch.id }?.text ?? ""
      return LineChart.Series(
        SafeText(name), samples: samples, color: look.theme.branchColor(branch.id), isDashed: true)
    }
  }

  /// What a curve of the current branch is called: its letter and name where there are others, else its own name.
  func curveName(_ own: String) -> SafeText {
    SafeText(branchLabels.first(where: \.isCurrent)?.text ?? own)
  }

  /// The color of a curve of the current branch.
  var curveColor: Color {
    guard let snapshot, snapshot.isForked else { return look.theme.curveColor }
    return look.theme.branchColor(snapshot.currentBranch)
  }

  /// The color of a boundary of the current branch.
  var boundaryColor: Color {
    guard let snapshot, snapshot.isForked else { return look.theme.lineColor }
    return look.theme.branchColor(snapshot.currentBranch)
  }
}
