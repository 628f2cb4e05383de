package dev.plumbline.runners.mine.query.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A constraint on an attribute, drawn at random, with a test of its own. */
final class RandomConstraint {

  private static final List<String> ON_TEXTS =
      List.of(
          "=", "!=", "==", "!==", "LIKE", "NOT LIKE", "CONTAINS", "DOES NOT CONTAIN", "<", ">=");
  private static final List<String> ON_NUMBERS =
      List.of("=", "!=", "==", "!==", "<", "<=", ">", ">=", "WITHIN", "OUTSIDE");
  private static final List<String> ON_ALL = List.of("IS NULL", "IS NOT NULL", "ONE OF", "NONE OF");

  private final String path;
  private final String op;
  private final List<String> values = new ArrayList<>();

  RandomConstraint(MiniMine mine, Random random, String path, String javaType) {
    this.path = path;
    String type = javaType.substring(javaType.lastIndexOf('.') + 1);
    List<String> known =
        type.equals("Boolean") ? List.of("=", "!=") : type.equals("String") ? ON_TEXTS : ON_NUMBERS;
    List<String> ops = random.nextInt(3) == 0 ? ON_ALL : known;
    op = ops.get(random.nextInt(ops.size()));
    List<String> present = present(mine, path, type);
    for (int i = op.endsWith("E OF") ? 1 + random.nextInt(3) : 1; i > 0; i--) {
      values.add(value(present.get(random.nextInt(present.size())), random));
    }
    if (op.equals("WITHIN") || op.equals("OUTSIDE")) {
      values.add(present.get(random.nextInt(present.size())));
    }
  }

  /** Texts of the attribute's values, wherever they occur. */
  private static List<String> present(MiniMine mine, String path, String type) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    List<String> found =
        Stream.of("Gene", "Pathway", "Protein", "Transcript", "Organism")
            .flatMap(className -> mine.all(className).stream())
            .map(object -> object.get(name))
            .filter(value -> value != null && value.getClass().getSimpleName().endsWith(type))
            .map(Object::toString)
            .toList();
    return found.isEmpty() ? List.of(type.equals("Date") ? "2020-02-02" : "1") : found;
  }

  private String value(String present, Random random) {
    return switch (op) {
      case "=", "!=" -> random.nextBoolean() ? present.toLowerCase(java.util.Locale.ROOT) : present;
      case "LIKE", "NOT LIKE" ->
          random.nextBoolean() ? "*" + present.substring(1) : present.charAt(0) + "*";
      case "CONTAINS", "DOES NOT CONTAIN" -> present.substring(present.length() / 2);
      default -> present;
    };
  }

  String path() {
    return path;
  }

  String xml(String code) {
    String begin = "<constraint path=\"%s\" op=\"%s\" %s".formatted(path, escaped(op), code);
    if (op.endsWith("NULL")) {
      return begin + "/>";
    }
    if (op.endsWith("E OF")) {
      return begin
          + values.stream()
              .map(value -> "<value>" + escaped(value) + "</value>")
              .collect(Collectors.joining("", ">", "</constraint>"));
    }
    return begin + " value=\"" + escaped(String.join(" .. ", values)) + "\"/>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  Predicate<Map<String, Map<String, Object>>> test() {
    return tuple -> holds(PlainQuery.value(path, tuple));
  }

  private boolean holds(Object value) {
    if (op.endsWith("NULL")) {
      return (value == null) == op.equals("IS NULL");
    }
    return value != null && (value instanceof String text ? text(text) : other(value));
  }

  private boolean text(String text) {
    String value = values.get(0);
    return switch (op) {
      case "=", "LIKE" -> glob(value, text);
      case "!=", "NOT LIKE" -> !glob(value, text);
      case "==" -> text.equals(value);
      case "!==" -> !text.equals(value);
      case "CONTAINS" -> glob("*" + value + "*", text);
      case "DOES NOT CONTAIN" -> !glob("*" + value + "*", text);
      case "<" -> text.compareTo(value) < 0;
      case ">=" -> text.compareTo(value) >= 0;
      case "ONE OF" -> values.contains(text);
      case "NONE OF" -> !values.contains(text);
      default -> throw new IllegalStateException(op);
    };
  }

  private static boolean glob(String pattern, String text) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).matches();
  }

  private boolean other(Object value) {
    int order = compare(value, values.get(0));
    return switch (op) {
      case "=", "==" -> order == 0;
      case "!=", "!==" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "ONE OF" -> values.stream().anyMatch(one -> compare(value, one) == 0);
      case "NONE OF" -> values.stream().noneMatch(one -> compare(value, one) == 0);
      case "WITHIN" -> order >= 0 && compare(value, values.get(1)) <= 0;
      case "OUTSIDE" -> order < 0 || compare(value, values.get(1)) > 0;
      default -> throw new IllegalStateException(op);
    };
  }

  private static int compare(Object value, String text) {
    if (value instanceof Number number) {
      return Double.compare(number.doubleValue() + 0.0, Double.parseDouble(text) + 0.0);
    }
    return value.toString().compareTo(text);
  }
}
