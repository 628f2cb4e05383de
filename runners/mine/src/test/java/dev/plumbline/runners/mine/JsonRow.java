package dev.plumbline.runners.mine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads one row of a page by the JSON grammar, knowing nothing of how it was written. */
final class JsonRow {

  private final String text;
  private int at;

  private JsonRow(String text) {
    this.text = text;
  }

  /** The cells: texts, decimals, booleans and nulls. */
  static List<Object> parse(String line) {
    return new JsonRow(line).row();
  }

  /** A selected row in the same terms. */
  static List<Object> comparable(List<Object> cells) {
    List<Object> row = new ArrayList<>();
    cells.forEach(cell -> row.add(comparable(cell)));
    return row;
  }

  private static Object comparable(Object cell) {
    if (cell instanceof LocalDate date) {
      return date.toString();
    }
    return cell instanceof Number number ? decimal(number.toString()) : cell;
  }

  private static BigDecimal decimal(String token) {
    BigDecimal value = new BigDecimal(token);
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  private List<Object> row() {
    List<Object> cells = new ArrayList<>();
    expect('[');
    do {
      cells.add(cell());
    } while (text.charAt(at++) == ',');
    return cells;
  }

  private Object cell() {
    if (text.charAt(at) == '"') {
      return string();
    }
    int begin = at;
    while (text.charAt(at) != ',' && text.charAt(at) != ']') {
      at++;
    }
    String token = text.substring(begin, at);
    return switch (token) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> decimal(token);
    };
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw new IllegalArgumentException("bare control character at " + at + ": " + text);
      }
      value.append(c == '\\' ? escape() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escape() {
    char c = text.charAt(at++);
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    int known = "btnfr\"\\/".indexOf(c);
    return "\b\t\n\f\r\"\\/".charAt(known);
  }

  private void expect(char c) {
    if (text.charAt(at++) != c) {
      throw new IllegalArgumentException("expected " + c + " at " + (at - 1) + ": " + text);
    }
  }
}
