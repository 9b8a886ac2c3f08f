extension HelpTopic {
  /// The program and its screen.
  static let program: [HelpTopic] = [
    HelpTopic(
      "Marks on the screen",
      words:
        "legend symbols signs glyphs underline underlined parentheses hollow star dashed what does it mean"
    ) { key in
      "\(key(.legend)) explains every mark that is on this screen, each with a sample as it is drawn now."
    },
    HelpTopic("Keys", words: "key keys keyboard shortcut shortcuts binding hotkey remap configuration config") { key in
      "This list has every key that does something here, and the line at the foot those that matter most. While a number or "
        + "text is typed all keys belong to it. The configuration file can give an action other keys."
    },
    HelpTopic(
      "Characters and terminals",
      words:
        "ascii unicode braille glyph glyphs font boxes broken garbled terminal tmux ssh kitty sixel pixels encoding utf doctor"
    ) { key in
      "downhill doctor says what this terminal can do, with a card of the characters. --glyphs braille, block or ascii chooses "
        + "what is drawn with, --color never does without color. It runs in tmux and over ssh; \(key(.redraw)) draws anew what "
        + "something else has spoiled."
    },
    HelpTopic("Mouse", words: "click drag wheel scroll button pointer trackpad touch") { key in
      "A click chooses: a panel, a unit, a row of the settings. In a perceptron's picture it places a point, with the "
        + "right button one of the other class; in a network's it asks what the network says there; on a function it "
        + "starts there. The wheel scrolls and zooms, and the bar at the foot is dragged through time. --no-mouse "
        + "leaves the mouse to the terminal."
    },
    HelpTopic("Copying text", words: "copy select selection clipboard paste text yank") { key in
      "Most terminals select text with the mouse while Shift is held; with --no-mouse they always do. \(key(.savePicture)) "
        + "saves the screen as text, ANSI and SVG. On leaving, the command that repeats the run is printed."
    },
    HelpTopic(
      "Colors and themes",
      words: "color colour theme dark light projector contrast palette blind black white background"
    ) { key in
      "\(key(.nextTheme)) goes through the themes: dark, light, projector (strong contrast for a lit room), high "
        + "contrast, monochrome. \(key(.nextPalette)) goes through the palettes of fields, classes and heights. Classes "
        + "differ in shape too, and NO_COLOR is obeyed."
    },
    HelpTopic(
      "Size of the window",
      words: "size small terminal resize font zoom large fullscreen columns rows"
    ) { key in
      "80 columns and 24 rows show everything that matters; more is used for more panels. Below 40 by 12 only a line of "
        + "status is left, and training goes on. \(key(.enlarge)) gives a panel the whole screen; \(key(.nextPanel)) goes "
        + "to the next panel, also to one that has no room beside the others."
    },
    HelpTopic(
      "Settings and typed numbers",
      words: "option options set change parameter value type typing number input command line colon"
    ) { key in
      "Arrows turn a setting in the panel of settings. \(key(.commandLine)) types any of them, such as learning-rate 0.03, "
        + "with Tab to complete it. Where arrows move something, digits type it: Enter takes the number, Esc does not."
    },
    HelpTopic(
      "Saving and coming back",
      words:
        "save session picture image export svg screenshot record recording gif open load resume file"
    ) { key in
      "\(key(.saveSession)) saves the session: downhill open FILE, or \(key(.commandLine))open FILE, comes back to this very step. "
        + "\(key(.savePicture)) saves the picture as text, ANSI and SVG. --record FILE.cast records the screen for asciinema, "
        + "and --save-model FILE.json keeps a network."
    },
    HelpTopic("Leaving", words: "quit exit stop close end leave") { key in
      "\(key(.quit)) quits and prints the command that repeats the run; \(key(.interrupt)) quits at once. Esc closes what "
        + "is open and never quits. \(key(.home)) goes to the start screen, and Esc from there back to where you were."
    },
    HelpTopic(
      "Lessons",
      words: "lesson lecture page exercise course tutorial teach next question answer goal"
    ) { key in
      "The start screen (\(key(.home))) and downhill lesson list them. \(key(.lessonNext)) turns the page, \(key(.lessonBack)) "
        + "goes back to the very state that was. Try anything on a page: \(key(.lessonReturn)) puts it back as it was."
    },
    HelpTopic(
      "Going through time",
      words: "back backward rewind history scrub previous past step forward undo"
    ) { key in
      "\(key(.stepBack)) goes one step back, exactly, \(key(.epochBack)) an epoch, \(key(.goToFirst)) to the start and "
        + "\(key(.goToLast)) as far as it has been. The bar at the foot is the run's past; drag it. \(key(.undo)) takes the last "
        + "change back."
    },
    HelpTopic("Speed", words: "fast slow faster slower pace play pause stop") { key in
      "\(key(.playOrPause)) plays or pauses, \(key(.faster)) make it faster and slower, from one step a second to as fast as "
        + "it goes. \(key(.stepForward)) makes one step."
    },
    HelpTopic("Branches", words: "branch fork compare alternative what if split") { key in
      "\(key(.fork)) forks at this step: change something and run on, and both stay in the picture, with the same "
        + "batches. \(key(.nextBranch)) switches to the other branch, \(key(.closeBranch)) closes one."
    },
    HelpTopic("Comparing runs", words: "race several side by side comparison vary sweep") { key in
      "\(key(.race)) races six learning rates around the present one: same data, same start, same batches. downhill race "
        + "SCENE --vary KEY=A,B,C compares anything. On a function \(key(.manyLines)) compares optimizers, rates and starts."
    },
  ]
}
