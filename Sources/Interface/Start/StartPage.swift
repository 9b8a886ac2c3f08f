import Lessons
import Plotting
import Terminal
import Training

/// The start screen: what there is to see, each with a live preview.
package struct StartPage: Sendable {
  private var selection = 0
  private var search = TextField()
  private var isSearching = false
  /// The digits of a section's number typed so far.
  private var digits = ""

  /// What a key led to.
  enum Answer {
    case nothing
    case preview(Description)
    case open(Description)
    case lesson(Lesson)
    case help
    case legend
    case back
    case theme
    case quit
  }

  /// A line of the list.
  private enum Line {
    case heading(String)
    case entry(StartEntry, index: Int)
  }

  /// Opens with the first entry selected.
  package init() {}

  /// Opens with the entry selected that a lesson, or else a run, was begun from; with the first one where none is.
  init(showing lesson: Lesson?, _ description: Description) {
    let entries = StartEntry.groups.flatMap(\.entries)
    selection =
      entries.firstIndex { entry in
        lesson.map { $0 == entry.lesson } ?? (entry.lesson == nil && entry.description == description)
      } ?? 0
  }

  private var entries: [StartEntry] { StartEntry.groups.flatMap(\.entries).filter(matches) }

  private func matches(_ entry: StartEntry) -> Bool {
    let wanted = search.text.lowercased()
    return wanted.isEmpty || entry.title.lowercased().contains(wanted) || entry.about.lowercased().contains(wanted)
  }

  /// The selected entry; the first of all where the search finds nothing.
  var selected: StartEntry {
    let entries = entries
    return entries.indices.contains(selection) ? entries[selection] : StartEntry.groups[0].entries[0]
  }

  /// Answers a key.
  mutating func press(_ key: KeyPress, action: Action?) -> Answer {
    if isSearching {
      switch key {
      case .escape:
        isSearching = false
        search = TextField()
        return .preview(selected.description)
      case .up, .down, .enter: break
      default:
        if search.press(key) {
          selection = 0
          return .preview(selected.description)
        }
      }
    }
    if let answer = press(digit: key) { return answer }
    digits = ""
    switch key {
    case .down, .character("j"), .tab: return select(selection + 1)
    case .up, .character("k"), .backTab: return select(selection - 1)
    case .home: return select(0)
    case .end: return select(entries.count - 1)
    case .pageDown: return select(selection + 5)
    case .pageUp: return select(selection - 5)
    case .enter, .right, .character(" "), .character("l"):
      return entries.isEmpty ? .nothing : opening
    case .character("/"):
      isSearching = true
      return .nothing
    default: break
    }
    switch action {
    case .app(.escape), .app(.home): return .back
    case .app(.quit): return .quit
    case .app(.help): return .help
    case .app(.legend): return .legend
    case .app(.nextTheme): return .theme
    default: return .nothing
    }
  }

  /// What opening the selected entry leads to.
  private var opening: Answer { selected.lesson.map(Answer.lesson) ?? .open(selected.description) }

  /// Selects the lesson of a section by its number; the same number again selects the next lesson of the section.
  ///
  /// - Returns: nil for other keys, and while something is searched for.
  private mutating func press(digit key: KeyPress) -> Answer? {
    guard !isSearching, case .character(let scalar) = key, let digit = Int(String(scalar)) else { return nil }
    let lessons = entries.indices.filter { entries[$0].lesson != nil }
    func places(_ section: Int?) -> [Int] { lessons.filter { entries[$0].lesson?.section == section } }
    let typed = digits + String(digit)
    let own = places(digit)
    if let longer = places(Int(typed)).first, !digits.isEmpty {
      digits = typed
      return select(longer)
    }
    digits = String(digit)
    guard let first = own.first else { return .nothing }
    guard let current = own.firstIndex(of: selection) else { return select(first) }
    return select(own[(current + 1) % own.count])
  }

  private mutating func select(_ index: Int) -> Answer {
    let clamped = min(max(0, index), max(0, entries.count - 1))
    guard clamped != selection else { return .nothing }
    selection = clamped
    return .preview(selected.description)
  }

  /// Answers a click on a row of the list.
  mutating func click(x: Int, y: Int, in area: Rect, isDouble: Bool) -> Answer {
    let list = StartPage.layout(in: area).list
    guard list.contains(x, y) else { return opening }
    let lines = visibleLines(height: list.height).lines
    guard lines.indices.contains(y - list.y), case .entry(_, let index) = lines[y - list.y] else { return .nothing }
    return index == selection ? opening : select(index)
  }

  /// Where the list and the preview lie.
  static func layout(in area: Rect) -> (list: Rect, preview: Rect) {
    let inside = area.inset(left: area.width > 70 ? 2 : 0, right: area.width > 70 ? 1 : 0)
    guard area.width >= 60 else { return (inside, Rect(x: 0, y: 0, width: 0, height: 0)) }
    let (list, preview) = inside.splitLeft(min(50, max(28, area.width * 9 / 20)))
    return (list.inset(top: area.height > 16 ? 1 : 0), preview)
  }

  /// The lines that fit, and whether there are more above and below.
  private func visibleLines(height: Int) -> (lines: [Line], isCutAbove: Bool, isCutBelow: Bool) {
    var lines: [Line] = []
    var index = 0
    var selectedLine = 0
    for group in StartEntry.groups {
      let members = group.entries.filter(matches)
      guard !members.isEmpty else { continue }
      lines.append(.heading(group.title))
      for entry in members {
        if index == selection { selectedLine = lines.count }
        lines.append(.entry(entry, index: index))
        index += 1
      }
    }
    let first = max(0, min(selectedLine - height / 2, lines.count - height))
    return (Array(lines.dropFirst(first).prefix(max(0, height))), first > 0, first + height < lines.count)
  }

  /// Draws the list; the preview is the scene's affair.
  func drawList(in list: Rect, look: Look, frame: inout Frame) {
    let visible = visibleLines(height: list.height)
    for (offset, line) in visible.lines.enumerated() {
      let row = Rect(x: list.x, y: list.y + offset, width: max(0, list.width - 2), height: 1)
      switch line {
      case .heading(let title):
        look.put(SafeText(title), x: row.x, y: row.y, in: row, style: look.theme.heading, frame: &frame)
      case .entry(let entry, let index):
        let isSelected = index == selection
        let style = isSelected ? look.theme.selected : look.theme.text
        if isSelected { frame.fill(row, with: Cell(" ", style: style)) }
        look.put(isSelected ? "›" : " ", x: row.x + 1, y: row.y, in: row, style: style, frame: &frame)
        let room = max(0, row.width - 3)
        let shown = look.glyphs.text(SafeText(entry.title)).truncated(to: room, glyphs: look.glyphs)
        look.put(shown, x: row.x + 3, y: row.y, in: row, style: style, frame: &frame)
      }
    }
    ScrollMark(above: visible.isCutAbove, below: visible.isCutBelow).draw(alongside: list, look: look, frame: &frame)
  }

  /// What is being searched for, for the foot of the screen; nil when nothing is.
  var searchLine: SafeText? { isSearching ? "/ \(search.text)" : nil }
}
