/// Values at the edges of what can be written, for every key there is, in every scene: an answer in words, or a run.
///
/// The list is that of the reliability matrix: it knows nothing of what a key takes, so a key that is added is tried too.
package enum EdgeValues {
  /// Numbers.
  package static let numbers = [
    "0", "-0", "1", "-1", "+1", "2", "3", "0.5", "-0.5", "1e-12", "2147483647", "2147483648", "-2147483649",
    "9007199254740991", "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616",
    "100000000000000000000", "1e20", "1e308", "-1e308", "1e309", "5e-324", "-5e-324", "nan", "-nan", "inf", "-inf",
  ]
  /// Other ways to write, or not to write, something.
  package static let spellings = [
    "", " ", ",", "=", "=,=", "\u{2212}1", "\u{2013}1", "\u{FF11}", "\u{661}", "0x10", "0b1", "1_000", "1e", "e1", ".",
    "1.",
    ".5", "1e3", "15e-1", "--1", "1/0", "none", "full", "true", "none,none", "\u{0}", "\u{1F642}", "e\u{301}", "\"",
    "\"\"",
    "\"a", "a\"b", String(repeating: "9", count: 5000), String(repeating: "1,", count: 5000) + "1",
    String(repeating: "(", count: 5000),
  ]
  /// Lists, assignments, variations.
  package static let lists = [
    "1,2", "0,0", "1,1", "2,1,0", "1,,2", "1,2,3,4,5,6,7,8,9,10,11", "-1,1", "a,b", "A", "A,B", "B,A", "A,A", "x1",
    "x1,x1",
    "x=1", "x=0,y=0", "x=nan", "x=1e308,y=-1e308", "x=1,x=2", "y=1", "x", "x=", "=1", "w1=1e308,w0=-1e308", "w9=1",
    "w1=5e-324",
    "learning-rate=0.1,0.2", "learning-rate=1", "seed=1,2", "hidden=2;3", "hidden=1024;none", "classes=2;0", "vary=1,2",
    "examples=0,1", "batch-size=full,1", "steps=0,1", "start=x=1e308;x=0", "learning-rate=0,1e308",
    "test-fraction=0,0.999",
  ]
  /// Words that some key takes.
  package static let words = [
    "spiral", "blobs", "plane", "bumps", "and", "penguins", "sgd", "adam", "newton", "sigmoid", "softmax", "identity",
    "relu",
    "step", "cosine", "exponential", "weights", "towards", "random", "hidden", "constant", "zeros", "cross-entropy",
    "squared-error", "gradient-flow", "x^2", "x*y", "1/x", "log(x)", "perceptron", "network", "curve", "surface",
    "race",
    "landscape", "/", "/dev/null", "/proc/self/mem", "missing.csv",
  ]
  /// All of them.
  package static let all = numbers + spellings + lists + words
}
