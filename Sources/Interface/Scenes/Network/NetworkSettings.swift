import Learning
import Plotting
import Training

/// The settings of a network as rows that can be changed in place; most of them while it learns.
enum NetworkSettings {
  /// The settings, in the order shown: an optimizer's and a schedule's own numbers after it.
  static func keys(_ description: Description) -> [Key] {
    func own(_ key: Key) -> [Key] {
      description.dependents(of: key).filter { $0 != .epsilon }
    }
    return [.data, .learningRate, .batchSize, .optimizer] + own(.optimizer) + [
      .activation, .hidden, .features, .l2, .l1,
    ]
      + [.dropout, .schedule] + own(.schedule) + [.loss, .initializer, .noise, .testFraction, .order]
      + Key.seeds(shownBy: description)
  }

  /// The rows with what they stand at.
  static func rows(_ picture: NetworkPicture, context: SceneContext) -> [SettingRow] {
    keys(context.description).map { SettingRow($0, name: name(of: $0), value: value(of: $0, picture, context)) }
  }

  private static func name(of key: Key) -> SafeText? {
    switch key {
    case .batchSize: "batch size"
    case .testFraction: "test share"
    case .l1: "L1"
    case .l2: "L2"
    case .decayEvery: "decay every"
    case .weightDecay: "weight decay"
    default: nil
    }
  }

  private static func value(of key: Key, _ picture: NetworkPicture, _ context: SceneContext) -> String {
    let description = context.description
    switch key {
    case .learningRate:
      let asked = Setting.number(picture.pace.learningRate).text
      guard picture.effectiveRate != picture.pace.learningRate else { return asked }
      return "\(asked), now \(MathText(glyphs: context.look.glyphs).number(picture.effectiveRate, significant: 3))"
    case .loss:
      return description[.loss]?.text ?? picture.network.loss.rawValue
    case .activation where picture.network.hidden.isEmpty: return "none"
    case .activation:
      let names = picture.network.hidden.map(\.activation.rawValue)
      return Set(names).count == 1 ? names[0] : names.joined(separator: ",")
    case .noise: return description[key]?.text ?? "its own"
    default: return description[key]?.text ?? "none"
    }
  }

  private static let penalties: [Double] = [0, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
  private static let batchSizes: [Double] = [1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

  /// What turning a row by one asks for.
  static func turn(
    _ key: Key, by distance: Int, _ picture: NetworkPicture, context: SceneContext
  ) -> [SceneRequest] {
    let description = context.description
    func number(_ ladder: [Double]) -> [SceneRequest] {
      let next = SettingLadder.number(after: description.number(key) ?? 0, by: distance, in: ladder)
      return [.restart(key, Setting.number(next).text)]
    }
    func word(_ present: String) -> [SceneRequest] {
      [.restart(key, SettingLadder.word(after: present, by: distance, in: key.specification.words(in: .network)))]
    }
    switch key {
    case .data, .features: return [.pick(key)]
    case .hidden: return [.action(distance > 0 ? .addLayer : .removeLayer)]
    case .learningRate: return [.action(distance > 0 ? .learningRateUp : .learningRateDown)]
    case .batchSize:
      let next = SettingLadder.number(after: Double(picture.batchSize), by: distance, in: batchSizes)
      // Above the number of examples every size is the same.
      let text = next >= Double(picture.dataset.count) ? "full" : Setting.number(next).text
      return [.restart(key, text)]
    case .activation:
      let present = picture.network.hidden.first?.activation.rawValue ?? ""
      let names = Activation.allCases.map(\.rawValue)
      return [.restart(key, SettingLadder.word(after: present, by: distance, in: names))]
    case .loss:
      let names = picture.dataset.isNumeric ? [Loss.squaredError.rawValue] : Loss.allCases.map(\.rawValue)
      return [.restart(key, SettingLadder.word(after: picture.network.loss.rawValue, by: distance, in: names))]
    case .optimizer, .schedule, .order, .initializer: return word(description.word(key) ?? "")
    case .l1, .l2: return number(penalties)
    case .dropout, .noise, .testFraction, .decay, .momentum, .alpha, .rho, .beta1, .beta2:
      let present = description.number(key) ?? 0
      let isBounded = key != .noise
      let next = isBounded ? min(0.999_999, SettingLadder.share(after: present, by: distance)) : present
      let moved = isBounded ? next : min(1, max(0, present + 0.05 * Double(distance)))
      return [.restart(key, Setting.number((moved * 1e6).rounded() / 1e6).text)]
    case .decayEvery:
      let present = description.integer(key) ?? 1
      return [.restart(key, "\(max(1, distance > 0 ? present * 2 : present / 2))")]
    case .weightDecay: return number(penalties)
    case .seed, .dataSeed, .weightSeed, .orderSeed:
      return [.restart(key, String(max(0, (description.integer(key) ?? 1) + distance)))]
    default: return [.action(.commandLine)]
    }
  }

  /// What Enter on a row asks for.
  static func open(_ key: Key) -> [SceneRequest] {
    switch key {
    case .data, .features, .activation, .optimizer, .schedule, .loss, .initializer, .noise, .order: [.pick(key)]
    default: [.action(.commandLine)]
    }
  }
}
