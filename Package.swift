// swift-tools-version: 6.1
import PackageDescription

// Basics, Learning, Calculus and Plotting are numerical: unoptimized they train hundreds of times slower, so the debug build
// that the tests use optimizes them too. Overflow checks and preconditions stay on.
let numerical: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "downhill",
  products: [.executable(name: "downhill", targets: ["downhill"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", .upToNextMinor(from: "1.1.1")),
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
  ],
  targets: [
    .target(name: "Basics", swiftSettings: numerical),
    .target(
      name: "Learning", dependencies: ["Basics", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: numerical),
    .target(
      name: "Calculus", dependencies: ["Basics", "Learning", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: numerical),
    .target(
      name: "Plotting", dependencies: ["Basics", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: numerical),
    .target(name: "Training", dependencies: ["Basics", "Learning", "Calculus"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Basics", "Plotting", "CNcurses"]),
    // The lessons of the folder Demos, compiled into the program.
    .target(name: "CDemos"),
    .target(
      name: "Lessons",
      dependencies: ["Learning", "Calculus", "Training", "CDemos", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Interface",
      dependencies: ["Basics", "Learning", "Calculus", "Plotting", "Training", "Terminal", "Lessons"]),
    .executableTarget(
      name: "downhill",
      dependencies: [
        "Basics", "Learning", "Calculus", "Plotting", "Training", "Terminal", "Lessons", "Interface",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // What several test targets use.
    .target(name: "TestSupport", dependencies: ["Learning"], path: "Tests/Support"),
    .testTarget(name: "BasicsTests", dependencies: ["Basics"]),
    .testTarget(name: "LearningTests", dependencies: ["Basics", "Learning", "TestSupport"], exclude: ["Recorded"]),
    .testTarget(
      name: "CalculusTests", dependencies: ["Basics", "Calculus", "Learning", "TestSupport"], exclude: ["Recorded"],
      swiftSettings: numerical),
    .testTarget(name: "PlottingTests", dependencies: ["Basics", "Plotting"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["Basics", "downhill", "Interface", "Learning", "Training", "TestSupport"]),
    .testTarget(
      name: "TrainingTests", dependencies: ["Basics", "Training", "Learning", "Calculus", "TestSupport"],
      exclude: ["Recorded"]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons", "Training", "Learning", "TestSupport"]),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Basics", "Interface", "Learning", "Calculus", "Training", "Plotting", "Terminal", "Lessons", "TestSupport",
      ],
      exclude: ["Goldens", "Recorded"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Plotting"]),
    // The terminal's ways in and out, tried in a pseudo-terminal by a small program made for it.
    .executableTarget(name: "ScreenProbe", dependencies: ["Terminal", "Plotting"], path: "Tests/ScreenProbe"),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CPseudoTerminal", "ScreenProbe", "downhill", "Learning", "Plotting", "TestSupport"],
      exclude: ["Recorded"]),
    // Speed, measured: `make bench`.
    .executableTarget(name: "Bench", dependencies: ["Basics", "Learning", "Training"], path: "Benchmarks/Sources"),
  ]
)

// libFuzzer brings its own `main`: the target exists only for `make fuzz`.
if Context.environment["DOWNHILL_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Learning", "Calculus", "Training", "Lessons"], path: "Tests/Fuzzing",
      exclude: ["fuzz.sh"]))
}
