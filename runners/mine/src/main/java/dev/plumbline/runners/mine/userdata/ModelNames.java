package dev.plumbline.runners.mine.userdata;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names in a model, which are Java's: letters, digits and underscores, no digit first. */
final class ModelNames {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  /** Every object has one of its own, which no column can be. */
  private static final String ID = "id";

  private ModelNames() {}

  /** The attribute of a column's name. */
  static String attribute(String name) {
    return name.equals(ID) ? "identifier" : field(name);
  }

  /** The attribute or reference of that name. */
  static String field(String name) {
    StringBuilder valid = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : '_')
        .forEach(valid::appendCodePoint);
    if (Character.isDigit(valid.codePointAt(0))) {
      valid.insert(0, '_');
    }
    return SourceVersion.isKeyword(valid) ? valid + "_" : valid.toString();
  }

  /** Upper camel case of a file's name without its ending; {@code my-genes.csv} is MyGenes. */
  static String className(Path file) {
    Path last = file.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString().replaceFirst("(?<=.)\\.[^.]*$", "");
    StringBuilder camel = new StringBuilder();
    for (String word : BETWEEN_WORDS.split(name, -1)) {
      camel.append(capitalized(word));
    }
    boolean valid = !camel.isEmpty() && Character.isUpperCase(camel.codePointAt(0));
    return valid ? camel.toString() : "Data" + camel;
  }

  static String capitalized(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.offsetByCodePoints(0, 1);
    return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
  }

  static boolean isClassName(String name) {
    return !name.isEmpty()
        && Character.isUpperCase(name.codePointAt(0))
        && field(name).equals(name);
  }

  static void requireClassName(String name) {
    if (!isClassName(name)) {
      throw new UserDataRefused(
          "'"
              + name
              + "' cannot be a class: expected an upper-case letter, then letters, digits or"
              + " underscores");
    }
  }
}
