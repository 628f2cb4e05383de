package dev.plumbline.runners.mine.format;

import java.util.List;
import java.util.stream.Collectors;

/** The JSON bodies of everything but query results: one member, then how it went. */
public final class JsonDocument {

  private JsonDocument() {}

  /**
   * A body of one value.
   *
   * @param key name of the member
   * @param json its value, already JSON
   */
  public static String value(String key, String json) {
    return "{" + JsonText.quoted(key) + ":\n" + json + "\n," + ResultEnvelope.success() + "}";
  }

  /**
   * A body of a list, one item a line.
   *
   * @param key name of the member
   * @param items already JSON
   */
  public static String list(String key, List<String> items) {
    return list("{}", key, items);
  }

  /**
   * The same, with members before it.
   *
   * @param about a JSON object of these members
   */
  public static String list(String about, String key, List<String> items) {
    String before = about.substring(0, about.length() - 1) + (about.equals("{}") ? "" : ",");
    String lines =
        items.stream().collect(Collectors.joining(",\n", "", items.isEmpty() ? "" : "\n"));
    return before + JsonText.quoted(key) + ":[\n" + lines + "]," + ResultEnvelope.success() + "}";
  }

  /** An object of members that are already JSON, in the order given. */
  public static String object(List<Member> members) {
    return members.stream()
        .map(member -> JsonText.quoted(member.name()) + ":" + member.json())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A member of an object; {@code json} is its value as JSON. */
  public record Member(String name, String json) {

    /** A member whose value is a text. */
    public static Member text(String name, String text) {
      return new Member(name, JsonText.quoted(text));
    }
  }

  /** An array of texts. */
  public static String texts(List<String> texts) {
    return texts.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
  }
}
