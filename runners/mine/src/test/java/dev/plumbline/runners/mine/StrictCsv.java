package dev.plumbline.runners.mine;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV whose every field must be quoted, knowing nothing of how it was written. */
final class StrictCsv {

  private final String text;
  private int at;

  private StrictCsv(String text) {
    this.text = text;
  }

  static List<List<String>> read(String text) {
    StrictCsv reader = new StrictCsv(text);
    List<List<String>> records = new ArrayList<>();
    while (reader.at < text.length()) {
      records.add(reader.record());
    }
    return records;
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (next() == ',');
    if (text.charAt(at - 1) != '\n') {
      throw new IllegalArgumentException("no comma or line feed after a field at " + at);
    }
    return fields;
  }

  private String field() {
    if (next() != '"') {
      throw new IllegalArgumentException("field without a quote at " + at);
    }
    StringBuilder value = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"' && (at == text.length() || text.charAt(at) != '"')) {
        return value.toString();
      }
      at += c == '"' ? 1 : 0;
      value.append(c);
    }
  }

  private char next() {
    return text.charAt(at++);
  }
}
