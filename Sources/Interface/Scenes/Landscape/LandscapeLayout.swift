import Plotting

/// Where the panels of the landscape scene lie: data and loss surface side by side, and the panel in focus always there.
struct LandscapeLayout {
  typealias PanelName = LandscapeScene.PanelName
  typealias Placed = LandscapeScene.Placed

  /// The panel that has the focus.
  let focus: PanelName?
  /// The panel that was last looked at among those that share a place.
  let slot: PanelName
  /// The panels that share a place where there is not room for all of them, the most telling first.
  let shared: [PanelName]

  /// The panels in an area.
  func panels(in area: Rect) -> [Placed] {
    if area.width >= 60, area.height >= 14 { return sideBySide(area) }
    guard area.height >= 20, area.width >= 20 else {
      return [Placed(id: focus ?? .surface, rect: area)]
    }
    let (top, bottom) = area.splitTop(area.height / 2)
    return with(focus, in: [Placed(id: .surface, rect: top), Placed(id: .picture, rect: bottom)])
  }

  /// The two planes above, the numbers and the curve below, in as many columns as there is room for.
  private func sideBySide(_ area: Rect) -> [Placed] {
    let low = area.height >= 17 ? min(20, max(7, area.height * 36 / 100)) : 0
    let (top, bottom) = area.splitTop(area.height - low)
    let (data, surface) = top.splitLeft(top.width * 45 / 100)
    var placed = [Placed(id: .picture, rect: data), Placed(id: .surface, rect: surface)]
    guard low > 0 else { return with(focus, in: placed) }
    // The curve takes what is left; each shared panel wants some thirty-five columns.
    let curveWidth = min(64, max(min(34, bottom.width * 43 / 100), bottom.width * 37 / 100))
    let count = min(shared.count, max(1, (bottom.width - curveWidth) / 35))
    var shown = Array(shared.prefix(count))
    if !shown.contains(slot), shared.contains(slot) { shown[count - 1] = slot }
    var rest = bottom
    for (index, id) in shown.enumerated() {
      let width = (bottom.width - curveWidth) * (index + 1) / count - (bottom.width - curveWidth) * index / count
      let (left, right) = rest.splitLeft(width)
      placed.append(Placed(id: id, rect: left))
      rest = right
    }
    placed.append(Placed(id: .curve, rect: rest))
    return placed
  }

  /// The panels with the one in focus among them, in the place of the first one where it was not.
  private func with(_ focus: PanelName?, in placed: [Placed]) -> [Placed] {
    guard let focus, !placed.contains(where: { $0.id == focus }), let first = placed.first else { return placed }
    return [Placed(id: focus, rect: first.rect)] + placed.dropFirst()
  }
}
