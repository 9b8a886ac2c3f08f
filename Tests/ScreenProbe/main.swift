// A program for tests: opens the screen, shows a known picture, tells on descriptor 3 what it hears, and ends or breaks
// in every way there is, chosen by a key.
import Glibc
import Plotting
import Terminal

func picture(_ size: (width: Int, height: Int), step: UInt32) -> Frame {
  var frame = Frame(width: size.width, height: size.height)
  let blue = Color(0x0072B2, index256: 25, index16: 12)
  let vermillion = Color(0xD55E00, index256: 166, index16: 9)
  frame.put("probe \(size.width)x\(size.height)", x: 0, y: 0, style: Style(attributes: .bold))
  frame.put("η ⣿ ╭─ 漢 ă", x: 0, y: 1)
  frame.put("blue", x: 0, y: 2, style: Style(foreground: blue))
  frame.put("vermillion", x: 5, y: 2, style: Style(foreground: vermillion, background: blue))
  frame.put("reverse", x: 16, y: 2, style: Style(attributes: .reverse))
  frame.put("dim", x: 24, y: 2, style: Style(attributes: .dim))
  frame.put("#", x: size.width - 1, y: size.height - 1)
  if step > 0 {
    for y in 3..<max(3, size.height - 1) {
      for x in 0..<size.width {
        let noise = UInt32(truncatingIfNeeded: (x &* 7919 &+ y &* 104_729)) &* step &* 2_654_435_761
        let color = Color(noise >> 8, index256: UInt8(noise >> 24), index16: UInt8(noise >> 28))
        frame[x, y] = Cell("•", style: Style(foreground: color))
      }
    }
  }
  return frame
}

TerminalScreen.forgetDebugger()
let arguments = CommandLine.arguments
func isAsked(_ name: String) -> Bool { arguments.contains(name) }

var options = TerminalOptions()
options.mouse = !isAsked("no-mouse")
if isAsked("dark") { options.background = .dark }
if isAsked("braille") { options.glyphs = .braille }

/// The last key, where it was asked for.
var lastKey = ""

let screen: TerminalScreen
do {
  screen = try TerminalScreen(options: options)
} catch {
  tell("error \(error)")
  exit(65)
}
tell("capabilities \(screen.capabilities)")
var step: UInt32 = 0
var isNoisy = false
tell("shown \(screen.show(picture(screen.size, step: step)))")

loop: while true {
  for event in screen.nextEvents(timeout: isNoisy ? .milliseconds(5) : nil) {
    tell("event \(event)")
    if isAsked("keys"), case .key(let key) = event { lastKey = "key \(key)".replacing("Terminal.KeyPress.", with: "") }
    switch event {
    case .closed: break loop
    case .interrupted:
      if isAsked("stubborn") {
        tell("busy")
        while true { sleep(60) }
      }
      screen.close()
      TerminalScreen.endProcess(bySignal: SIGINT)
    case .key(.character("q")): break loop
    case .key(.character("n")): isNoisy.toggle()
    case .key(.character("z")): screen.suspend()
    case .key(.character("e")):
      tell("an error message", on: 2)
      break loop
    case .key(.character("i")):
      let empty: [Int] = []
      tell("\(empty[arguments.count])")
    case .key(.character("o")): tell("\(overflow(0))")
    case .key(.character("O")): overflowElsewhere()
    case .key(.character("W")): wakeFromElsewhere()
    case .key(.character("x")): exit(7)
    case .key(.character("a")): abort()
    default: break
    }
  }
  if isNoisy { step += 1 }
  var frame = picture(screen.size, step: step)
  frame.put(SafeText(lastKey), x: 0, y: 4)
  screen.show(frame)
}
screen.close()
tell("closed")
