package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A public list of the mine, as it is listed.
 *
 * @param id id of the list itself
 * @param type class of what is in it
 * @param size how many are in it
 */
public record ListRecord(int id, String name, String type, String description, long size) {

  /** All lists are as old. */
  private static final OffsetDateTime CREATED =
      OffsetDateTime.of(2026, 1, 5, 9, 30, 0, 0, ZoneOffset.UTC);

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

  /** The list as a JSON object. */
  public String json() {
    return JsonDocument.object(
        List.of(
            Member.text("dateCreated", ISO.format(CREATED)),
            new Member("size", Long.toString(size)),
            new Member("authorized", "false"),
            Member.text("name", name),
            Member.text("description", description),
            new Member("id", Integer.toString(id)),
            Member.text("type", type),
            Member.text("title", name),
            Member.text("status", "CURRENT"),
            new Member("timestamp", Long.toString(CREATED.toInstant().toEpochMilli())),
            new Member("tags", "[\"im:public\"]")));
  }

  /** Whether its name is the wanted one; {@code *} at either end stands for anything. */
  boolean isNamed(String wanted) {
    boolean open = wanted.startsWith("*");
    boolean openEnd = wanted.endsWith("*") && wanted.length() > 1;
    String term = wanted.substring(open ? 1 : 0, wanted.length() - (openEnd ? 1 : 0));
    if (open && openEnd) {
      return name.contains(term);
    }
    if (open) {
      return name.endsWith(term);
    }
    return openEnd ? name.startsWith(term) : name.equals(term);
  }
}
