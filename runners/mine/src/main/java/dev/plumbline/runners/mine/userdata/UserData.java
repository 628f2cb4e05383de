package dev.plumbline.runners.mine.userdata;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of a user's that a mine shall serve.
 *
 * @param file a {@code .csv}, {@code .tsv}, {@code .jsonl}, {@code .ndjson} or {@code .parquet}
 *     file, or a folder of {@code .parquet} parts, which are read in the order of their names
 * @param className the class that a row is an object of; empty to take it from the columns' names,
 *     where all of them begin with the same class as in {@code Gene.symbol}, else from the file's
 *     name
 * @param types declared types by column, as the file spells it; the others are taken from the
 *     values. A Parquet file has types of its own and none may be declared for it
 */
public record UserData(Path file, Optional<String> className, Map<String, ValueType> types) {

  /**
   * Checks the class's name.
   *
   * @throws UserDataRefused if the class's name is no Java identifier that begins upper case
   */
  public UserData {
    types = Map.copyOf(types);
    className.ifPresent(ModelNames::requireClassName);
  }

  /** A file by its own name and types. */
  public static UserData of(Path file) {
    return new UserData(file, Optional.empty(), Map.of());
  }

  /** The same file as objects of this class. */
  public UserData withClassName(String name) {
    return new UserData(file, Optional.of(name), types);
  }

  /**
   * The same file with these types alone declared.
   *
   * @param declarations of the form {@code column=Integer}; see {@link ValueType}
   * @throws UserDataRefused if one is of another form, or a column is declared twice
   */
  public UserData withTypes(List<String> declarations) {
    Map<String, ValueType> declared = new LinkedHashMap<>();
    for (String declaration : declarations) {
      int equals = declaration.lastIndexOf('=');
      if (equals < 1) {
        throw new UserDataRefused(
            "Type declaration '" + declaration + "' is not of the form column=Type");
      }
      String column = declaration.substring(0, equals);
      if (declared.put(column, ValueType.named(declaration.substring(equals + 1))) != null) {
        throw new UserDataRefused("The type of column '" + column + "' is declared twice");
      }
    }
    return new UserData(file, className, declared);
  }
}
