import Plotting

/// Where the panels of the network scene lie: the picture dominates, and the panel in focus is always there.
struct NetworkLayout {
  typealias PanelName = NetworkScene.PanelName
  typealias Placed = NetworkScene.Placed

  /// The panel that has the focus.
  let focus: PanelName?
  /// The panel that was last looked at among those that share a place.
  let slot: PanelName
  /// How many rows the settings have.
  let settingRows: Int
  /// How many classes the scores tell apart.
  let classCount: Int

  /// The panels that share a place where there is not room for all of them.
  static let slot: [PanelName] = [.unit, .scores, .settings]

  /// The panels in an area.
  func panels(in area: Rect) -> [Placed] {
    if area.width >= 150, area.height >= 34 { return wide(area) }
    if area.width >= 100, area.height >= 26 { return middle(area) }
    if area.width >= 60, area.height >= 14 { return narrow(area) }
    return small(area)
  }

  /// Three columns: the network, the picture, and the numbers; the curve runs under the first two.
  private func wide(_ area: Rect) -> [Placed] {
    let (left, right) = area.splitLeft(area.width - min(52, area.width / 4))
    let (top, bottom) = left.splitTop(left.height - min(16, max(9, left.height / 4)))
    let (network, picture) = top.splitLeft(top.width * 46 / 100)
    let settingsHeight = min(settingRows + 2, right.height / 3)
    let scoresHeight = min(12 + 2 * max(1, classCount), right.height * 2 / 5)
    let (unit, rest) = right.splitTop(right.height - settingsHeight - scoresHeight)
    let (scores, settings) = rest.splitTop(scoresHeight)
    return [
      Placed(id: .picture, rect: picture), Placed(id: .network, rect: network),
      Placed(id: .unit, rect: unit), Placed(id: .scores, rect: scores),
      Placed(id: .curve, rect: bottom), Placed(id: .settings, rect: settings),
    ]
  }

  /// Two columns: the network over the numbers, the picture over the curve.
  private func middle(_ area: Rect) -> [Placed] {
    let (top, bottom) = area.splitTop(area.height - min(13, max(9, area.height / 3)))
    let (network, picture) = top.splitLeft(top.width * 46 / 100)
    let (numbers, curve) = bottom.splitLeft(network.width + 12)
    let (unit, settings) = numbers.splitLeft(numbers.width - 28)
    let left = slot == .settings ? .unit : slot
    return [
      Placed(id: .picture, rect: picture), Placed(id: .network, rect: network),
      Placed(id: left, rect: unit), Placed(id: .settings, rect: settings),
      Placed(id: .curve, rect: curve),
    ]
  }

  /// The picture over the curve; beside them the network over whatever is looked at.
  private func narrow(_ area: Rect) -> [Placed] {
    let rightWidth = min(40, max(30, area.width * 42 / 100))
    let (left, right) = area.splitLeft(area.width - rightWidth)
    let curveHeight = area.height >= 17 ? min(10, max(7, area.height / 4)) : 0
    let (picture, curve) = left.splitTop(left.height - curveHeight)
    let (network, below) = right.splitTop(min(right.height - 7, max(8, right.height * 2 / 3)))
    var placed = [
      Placed(id: .picture, rect: picture), Placed(id: .network, rect: network),
      Placed(id: slot, rect: below),
    ]
    if curveHeight > 0 { placed.append(Placed(id: .curve, rect: curve)) }
    return with(focus, in: placed)
  }

  private func small(_ area: Rect) -> [Placed] {
    guard area.height >= 20 else { return [Placed(id: focus ?? .picture, rect: area)] }
    let (picture, below) = area.splitTop(area.height - 9)
    return with(focus, in: [Placed(id: .picture, rect: picture), Placed(id: slot, rect: below)])
  }

  /// The panels with the one in focus among them, in the place of the last one where it was not.
  private func with(_ focus: PanelName?, in placed: [Placed]) -> [Placed] {
    guard let focus, !placed.contains(where: { $0.id == focus }), let last = placed.last else { return placed }
    return placed.dropLast() + [Placed(id: focus, rect: last.rect)]
  }
}
