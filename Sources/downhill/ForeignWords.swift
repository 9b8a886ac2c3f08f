import Learning

/// What kinds of files that are no tables are, and what to do with them.
enum ForeignWords {
  static func words(_ format: ForeignFormat) -> String {
    switch format {
    case .gzip: "this is a compressed file (gzip); \(piped("gunzip -c FILE"))"
    case .xz: "this is a compressed file (xz); \(piped("xz -dc FILE"))"
    case .bzip2: "this is a compressed file (bzip2); \(piped("bunzip2 -c FILE"))"
    case .zstandard: "this is a compressed file (Zstandard); \(piped("zstd -dc FILE"))"
    case .zip: "this is a compressed file (zip); \(piped("unzip -p FILE"))"
    case .xlsx: "this is a workbook of Excel (xlsx); save the sheet as CSV"
    case .xls: "this is a workbook of Excel (xls); save the sheet as CSV"
    case .ods: "this is a spreadsheet (ods); save the sheet as CSV"
    case .npz: "this is an archive of NumPy (npz); numpy.savetxt writes an array as CSV, with delimiter=','"
    case .npy: "this is an array of NumPy (npy); numpy.savetxt writes it as CSV, with delimiter=','"
    case .parquet: "this is Parquet; \(pandas("read_parquet"))"
    case .arrow: "this is Arrow, or Feather; \(pandas("read_feather"))"
    case .hdf5: "this is HDF5; \(pandas("read_hdf"))"
    case .sqlite: "this is a database of SQLite; \(piped("sqlite3 -csv -header FILE 'SELECT …'"))"
    case .rdata: "this is a file of R; write.csv(…, row.names = FALSE) writes a table as CSV"
    case .pickle: "this is a pickle of Python, which may do anything when it is opened; to_csv writes a table as CSV"
    case .json: "this is JSON; \(pandas("read_json"))"
    case .html: "this is HTML, a page of the web, perhaps one that reports an error"
    case .xml: "this is XML; save the table as CSV"
    case .arff: "this is ARFF; take the lines up to @data away, or save it as CSV"
    case .pdf: "this is a PDF; copy the table into a spreadsheet and save it as CSV"
    case .image: "this is an image"
    case .utf16: "this is UTF-16; \(piped("iconv -f utf-16 -t utf-8 FILE"))"
    case .utf32: "this is UTF-32; \(piped("iconv -f utf-32 -t utf-8 FILE"))"
    }
  }

  private static func piped(_ command: String) -> String { "\(command) | downhill … --data -" }

  private static func pandas(_ function: String) -> String {
    "pandas.\(function)('FILE').to_csv('FILE.csv', index=False) makes it CSV"
  }
}
