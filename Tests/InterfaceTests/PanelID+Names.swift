@testable import Interface

extension PanelID {
  static let picture = PanelID(NetworkScene.PanelName.picture)
  static let surface = PanelID(LandscapeScene.PanelName.surface)
  static let arithmetic = PanelID(DescentPanel.arithmetic)
  static let network = PanelID(NetworkScene.PanelName.network)
  static let examples = PanelID(NetworkScene.PanelName.examples)
  static let settings = PanelID(NetworkScene.PanelName.settings)
}
