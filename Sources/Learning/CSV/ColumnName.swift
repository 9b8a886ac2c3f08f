/// What the name of a column says about it.
struct ColumnName {
  /// The words of the name in small letters: `PassengerId` has `passenger` and `id`.
  let words: [String]
  private let name: String
  private let isR: Bool

  init(_ name: String) {
    // Orange puts the role and the kind before the name: `cD#label`.
    let parts = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let isOrange =
      parts.count == 2 && (1...2).contains(parts[0].count) && parts[0].allSatisfy { "mMcCiIwWdDsStT".contains($0) }
    let plain = isOrange ? String(parts[1]) : name
    self.name = plain.lowercased()
    words = Self.words(of: plain)
    isR = name == "X"
    isMarkedLabel = isOrange && parts[0].first == "c"
  }

  /// Whether Orange's mark says that it is the label.
  let isMarkedLabel: Bool

  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      if !character.isLetter && !character.isNumber || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      wasLower = character.isLowercase || character.isNumber
      if character.isLetter || character.isNumber { word += character.lowercased() }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// How surely it names rows rather than measures them.
  enum Identity {
    /// It does, whatever the values.
    case certain
    /// It does where no value comes twice.
    case likely
    /// It does where the values go up by the same number each.
    case possible
    case none
  }

  /// Whether it names numbers with which nobody reckons, and which may be a class: `zip`.
  var isCode: Bool {
    words.contains(where: Self.codes.contains)
      || words.contains { $0.hasSuffix("code") || $0 == "codes" || $0.count > 3 && $0.hasSuffix("cod") }
  }

  /// Whether it names what several rows belong to, where the values number it: `firm`.
  var isGroup: Bool { words.count == 1 && Self.groups.contains(words[0]) }

  /// How much the name is one of an identifier.
  var identity: Identity {
    // `x` is a coordinate, `X` the column that R makes of row names.
    if isR { return .possible }
    if ["#", "№", "n°", "nº"].contains(name) || name.hasPrefix("unnamed") || name.hasPrefix("...") { return .certain }
    if words.contains(where: Self.identifiers.contains) || isCode || words == ["row", "names"] { return .certain }
    guard words.count <= 2 else { return .none }
    if words.last == "no" || words.contains(where: Self.enumerations.contains)
      || words.contains(where: Self.endsAsIdentifier)
    {
      return .likely
    }
    return words.contains(where: Self.counters.contains) || words.isEmpty ? .possible : .none
  }

  private static let identifiers: Set = [
    "id", "ids", "index", "idx", "rownames", "rowname", "rowid", "uuid", "guid", "caseid", "subject", "subj", "patient",
    "person", "respondent", "participant", "individual", "persnum", "personnr", "hid", "hhid", "mid", "uid", "pk",
    "oid", "fid", "gid", "pid", "identifier", "identifiant",
    "identificador", "identificativo", "kennung", "matricule", "编号", "序号", "番号",
  ]
  private static let groups: Set = [
    "entity", "firm", "company", "state", "county", "country", "district", "region", "province", "city", "school",
    "hospital", "clinic", "center", "centre", "institution", "site", "station", "herd", "litter", "family", "household",
    "pair", "block", "batch", "plate", "strata", "stratum", "street", "dept", "department", "store", "worker", "plot",
    "expt", "experiment", "run", "trial", "replicate", "replication", "panel",
  ]
  private static let codes: Set = [
    "zip", "zipcode", "postcode", "postal", "plz", "ssn", "isbn", "issn", "ean", "upc", "gtin", "barcode", "sku",
    "imei", "iban",
    "fips", "vin", "osm", "cusip", "isin", "iata", "icao", "inst", "cowcode2",
  ]
  private static let enumerations: Set = [
    "nr", "row", "rows", "obs", "observation", "case", "sample", "record", "seq", "sequence", "serial", "sno",
    "seqn", "key", "ident", "caseno", "subno", "entry", "nummer", "study", "code", "account", "phone", "telephone",
    "telefon", "numéro", "numero",
    "número",
    "номер", "код", "código", "codigo",
  ]
  private static let counters: Set = [
    "number", "num", "count", "counter", "order", "rank", "item", "line", "instance", "n", "i",
  ]

  /// `userid`, `gameno`; but also `acid`, so the values have a say.
  private static func endsAsIdentifier(_ word: String) -> Bool {
    word.count > 3
      && (word.hasSuffix("id") || word.hasSuffix("no") || word.hasSuffix("num")
        || word.hasSuffix("nr") || word.hasSuffix("nummer") || word.hasSuffix("code"))
  }

  /// Whether it is the coordinate beside which `y` is another.
  var isX: Bool { words == ["x"] }

  /// Whether it is a coordinate or a time, which may count and measure all the same.
  var isCoordinate: Bool {
    let times: Set = [
      "time", "second", "minute", "hour", "day", "week", "month", "quarter", "year", "age", "epoch", "step",
    ]
    return !isR && ["x", "y", "z", "t", "x1", "x2"].contains(name) || words.contains(where: times.contains)
  }

  /// Whether it names things in words, one each: no label.
  var isOfThings: Bool {
    let things: Set = [
      "name", "names", "title", "description", "comment", "comments", "text", "url", "address", "email",
    ]
    return identity != .none || words.contains(where: things.contains)
  }

  /// Whether it is a point in time.
  var isDate: Bool {
    let dates: Set = ["date", "dates", "datetime", "timestamp", "dob", "birthdate", "yyyymmdd", "datum", "fecha", "日付"]
    return words.contains(where: dates.contains)
  }

  /// Whether it names years, where the values are of such a size.
  var isYear: Bool {
    let years: Set = [
      "year", "years", "yr", "jahr", "decade", "jahrzehnt", "année", "annee", "año", "ano", "anno", "年",
    ]
    return words.contains(where: years.contains)
  }

  /// Whether it names moments, where the values are seconds or milliseconds since 1970.
  var isMoment: Bool {
    let moments: Set = ["time", "at", "ts", "epoch", "unix", "created", "updated", "modified", "zeit", "t"]
    return words.contains(where: moments.contains)
  }

  /// How likely the name is a label's: 0 most, nil not at all.
  var labelRank: Int? {
    if isMarkedLabel { return 0 }
    if let rank = Self.labels.firstIndex(where: { $0.contains(name) }) { return rank }
    let hasLabelWord = words.count > 1 && words.count <= 3 && words.contains { Self.labelWords.contains($0) }
    return words == ["y"]
      ? Self.lastLabelRank : hasLabelWord || words.count == 1 && Self.isLabel(words[0]) ? Self.compoundRank : nil
  }

  private static func isLabel(_ word: String) -> Bool { labels.contains { $0.contains(word) } }

  private static let labelWords: Set = [
    "label", "class", "target", "species", "outcome", "diagnosis", "truth", "fraud",
  ]
  private static let labels: [Set<String>] = [
    ["label", "labels"], ["class", "classes"], ["target", "targets"], ["species"], ["category", "categories"],
    ["outcome", "outcomes"], ["diagnosis"], ["response"],
    [
      "klasse", "classe", "clase", "класс", "类别", "分类", "クラス", "etikett", "etiqueta", "étiquette", "etichetta", "метка",
      "标签", "ラベル", "ziel", "zielvariable", "cible", "objetivo", "categoria", "categoría", "catégorie", "kategorie",
    ],
    ["survived", "churn", "churned", "fraud", "isfraud", "default", "defaulted", "truth", "gt", "output", "result"],
    ["y"],
  ]
  /// The rank of names such as `class_label`.
  private static let compoundRank = labels.count - 2
  /// From this rank on a name may mean other things as well, so that the values have a say.
  static let firstDoubtfulRank = 4
  /// The rank of the name that means most other things as well: `y`.
  static let lastLabelRank = labels.count - 1
}
