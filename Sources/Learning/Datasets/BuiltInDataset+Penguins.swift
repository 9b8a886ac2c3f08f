extension BuiltInDataset {
  /// The penguins with the columns and classes asked for: bill length and depth of Adelie and Gentoo, if nothing is.
  func penguins(_ options: DatasetOptions) throws(DatasetError) -> Dataset {
    do throws(CSVError) {
      let reading = CSVOptions(
        hasHeader: true, columns: options.columns ?? ["bill_length_mm", "bill_depth_mm"], label: "species",
        classNames: options.classNames ?? ["Adelie", "Gentoo"])
      return try CSVReader.table(Array(Penguins.text.utf8), name: name, options: reading).dataset
    } catch {
      throw .table(error)
    }
  }
}
