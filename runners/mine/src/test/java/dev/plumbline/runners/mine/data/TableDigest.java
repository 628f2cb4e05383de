package dev.plumbline.runners.mine.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the first rows of tables: types and values of all cells, and what links lead to. */
final class TableDigest {

  private final MessageDigest digest;

  TableDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  TableDigest cells(Table table, long rows) {
    for (String name : new TreeMap<>(table.cells()).keySet()) {
      put(table.className() + "." + name);
      for (long row = 0; row < Math.min(rows, table.rows()); row++) {
        put(table.cell(name).at(row));
      }
    }
    return this;
  }

  TableDigest links(Table table, long rows) {
    new TreeMap<>(table.links())
        .forEach(
            (name, link) -> {
              put(table.className() + "." + name + ":" + link.target());
              for (long row = 0; row < Math.min(rows, table.rows()); row++) {
                put(Links.rows(link, row));
              }
            });
    return this;
  }

  private void put(@Nullable Object value) {
    String type = value == null ? "" : value.getClass().getSimpleName();
    digest.update((type + ":" + value + "\0").getBytes(UTF_8));
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
