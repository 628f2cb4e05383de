package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first reading of a file: its types, its rows, and the memory that they need. */
final class Survey implements CellSink {

  /** Rows are numbered by 32 bits, and a mine's other parts stop here, too. */
  private static final long MOST_ROWS = 100_000_000;

  private final SourceRows source;
  private final List<ColumnSurvey> columns;
  private long rows;

  private Survey(SourceRows source, Map<String, ValueType> declared) {
    this.source = source;
    this.columns =
        source.columns().stream()
            .map(c -> new ColumnSurvey(c.name(), c.type().or(() -> find(declared, c.name()))))
            .toList();
  }

  private static Optional<ValueType> find(Map<String, ValueType> declared, String name) {
    return Optional.ofNullable(declared.get(name));
  }

  /**
   * Reads the file once.
   *
   * @param declared types by column
   * @throws UserDataRefused if a value is not of its column's type
   */
  static Survey of(SourceRows source, Map<String, ValueType> declared) throws IOException {
    requireKnown(source, declared);
    Survey survey = new Survey(source, declared);
    source.read(survey);
    return survey;
  }

  private static void requireKnown(SourceRows source, Map<String, ValueType> declared) {
    TreeSet<String> unknown = new TreeSet<>(declared.keySet());
    List<String> names = source.columns().stream().map(SourceColumn::name).toList();
    names.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new UserDataRefused(
          "types are declared for columns that it does not have: %s; it has %s"
              .formatted(String.join(", ", unknown), String.join(", ", names)));
    }
  }

  @Override
  public void cell(int column, @Nullable String text, Spelling spelling) {
    if (text != null) {
      columns.get(column).see(text, spelling, source);
    }
  }

  @Override
  public void endRow() {
    rows++;
    if (rows > MOST_ROWS) {
      throw new UserDataRefused("it has more than " + MOST_ROWS + " rows");
    }
  }

  int rows() {
    return Math.toIntExact(rows);
  }

  List<ColumnSurvey> columns() {
    return columns;
  }

  /**
   * Checks that the file's columns fit.
   *
   * @param limitBytes what they may take
   * @throws UserDataRefused with the sum, if they need more
   */
  void requireRoom(long limitBytes) {
    long needed = columns.stream().mapToLong(c -> c.sizeBytes(rows)).sum();
    if (needed > limitBytes) {
      String sum = columns.stream().map(c -> c.arithmetic(rows)).collect(Collectors.joining("; "));
      throw new UserDataRefused(
          "its columns need %d bytes of memory and may take %d, a third of the heap (%s)"
              .formatted(needed, limitBytes, sum));
    }
  }
}
