package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV or TSV file whose first record names the columns. */
final class CsvFile implements SourceRows {

  private final Path file;
  private final char delimiter;
  private final List<SourceColumn> columns;
  private long line = 1;

  CsvFile(Path file, char delimiter) throws IOException {
    this.file = file;
    this.delimiter = delimiter;
    this.columns = header();
  }

  private List<SourceColumn> header() throws IOException {
    List<@Nullable String> names = new ArrayList<>();
    try (CsvRecords records = records()) {
      if (!records.next(names)) {
        throw new UserDataRefused("it is empty; expected a first line of the columns' names");
      }
    }
    List<SourceColumn> header = new ArrayList<>();
    for (String name : names) {
      header.add(new SourceColumn(columnName(name, header.size() + 1), Optional.empty()));
    }
    return List.copyOf(header);
  }

  private static String columnName(@Nullable String name, int place) {
    if (name == null || name.isBlank()) {
      throw new UserDataRefused("line 1: column " + place + " has no name");
    }
    if (name.indexOf('\0') >= 0) {
      throw new UserDataRefused("line 1: a zero byte, as no text file has");
    }
    return name;
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public void read(CellSink sink) throws IOException {
    List<@Nullable String> fields = new ArrayList<>();
    try (CsvRecords records = records()) {
      records.next(fields);
      while (records.next(fields)) {
        line = records.recordLine();
        requireWidth(fields.size());
        for (int i = 0; i < fields.size(); i++) {
          sink.cell(i, fields.get(i), Spelling.PLAIN);
        }
        sink.endRow();
      }
    }
  }

  private void requireWidth(int fields) {
    if (fields != columns.size()) {
      throw new UserDataRefused(
          "%s has %d fields, the first line %d".formatted(place(), fields, columns.size()));
    }
  }

  private CsvRecords records() throws IOException {
    return new CsvRecords(Utf8Text.open(file), delimiter);
  }

  @Override
  public String place() {
    return "line " + line;
  }
}
