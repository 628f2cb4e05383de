package dev.plumbline.runners.mine.userdata;

import java.util.Optional;

/** What one column holds: its type, and the memory that its values need. */
final class ColumnSurvey {

  private static final int OFFSET_BYTES = Integer.BYTES;

  private final String name;
  private final Optional<ValueType> given;
  private final TypeCandidates candidates = new TypeCandidates();
  private long values;
  private long utf8Bytes;

  /**
   * @param given the column's type, empty where its values must tell
   */
  ColumnSurvey(String name, Optional<ValueType> given) {
    this.name = name;
    this.given = given;
  }

  /** Takes a value in; {@code place} says where it lies. */
  void see(String text, Spelling spelling, SourceRows place) {
    values++;
    long bytes = Utf8Text.length(text);
    if (bytes < 0) {
      throw refused(place, "half of a surrogate pair, which no UTF-8 text can hold");
    }
    utf8Bytes += bytes;
    if (given.isEmpty()) {
      candidates.see(text, spelling);
    } else if (!given.get().holds(text)) {
      throw refused(
          place,
          "a value of the shape "
              + ValueTexts.shape(text)
              + ", expected "
              + given.get().simpleName());
    }
  }

  private UserDataRefused refused(SourceRows place, String what) {
    return new UserDataRefused("%s, column '%s': %s".formatted(place.place(), name, what));
  }

  ValueType type() {
    return given.orElseGet(candidates::narrowest);
  }

  /** Bytes in memory of a column of so many rows. */
  long sizeBytes(long rows) {
    long marks = values < rows ? rows / Byte.SIZE : 0;
    int fixed = type().fixedBytes();
    return marks + (fixed > 0 ? rows * fixed : utf8Bytes + rows * OFFSET_BYTES);
  }

  /** The same in words. */
  String arithmetic(long rows) {
    int fixed = type().fixedBytes();
    String each =
        fixed > 0
            ? "%d rows of %d bytes".formatted(rows, fixed)
            : "%d bytes of text + %d offsets of %d bytes".formatted(utf8Bytes, rows, OFFSET_BYTES);
    return name + ": " + each + (values < rows ? " + one bit a row for nulls" : "");
  }

  /** An empty column that has room for these values. */
  StoredColumn column(int rows) {
    ValueType type = type();
    return type.fixedBytes() > 0 ? new FixedColumn(type, rows) : new TextColumn(type, rows);
  }
}
