package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of one JSON object a line. Its columns are the keys in the order of their first
 * appearance; a key that an object lacks is null.
 */
final class JsonLinesFile implements SourceRows {

  private final Path file;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private long line = 1;

  /** Reads the columns' names; a file without rows has those that are declared. */
  JsonLinesFile(Path file, Set<String> declared) throws IOException {
    this.file = file;
    boolean rows = false;
    try (JsonObjects objects = new JsonObjects(file)) {
      while (objects.next((key, text, spelling) -> places.putIfAbsent(key, places.size()))) {
        rows = true;
      }
    }
    if (!rows) {
      declared.stream().sorted().forEach(key -> places.put(key, places.size()));
    }
  }

  @Override
  public List<SourceColumn> columns() {
    return places.keySet().stream().map(n -> new SourceColumn(n, Optional.empty())).toList();
  }

  @Override
  public void read(CellSink sink) throws IOException {
    Row row = new Row(places.size());
    try (JsonObjects objects = new JsonObjects(file)) {
      while (objects.next(row)) {
        line = objects.line();
        row.send(sink);
      }
    }
  }

  @Override
  public String place() {
    return "line " + line;
  }

  /** Puts an object's values into the order of the columns. */
  private final class Row implements JsonObjects.MemberSink {
    private final @Nullable String[] texts;
    private final Spelling[] spellings;

    Row(int width) {
      texts = new @Nullable String[width];
      spellings = new Spelling[width];
      Arrays.fill(spellings, Spelling.PLAIN);
    }

    @Override
    public void member(String key, @Nullable String text, Spelling spelling) {
      Integer place = places.get(key);
      if (place == null) {
        throw new UserDataRefused("it changed while it was read: key '" + key + "' is new");
      }
      texts[place] = text;
      spellings[place] = spelling;
    }

    void send(CellSink sink) {
      for (int i = 0; i < texts.length; i++) {
        sink.cell(i, texts[i], spellings[i]);
        texts[i] = null;
      }
      sink.endRow();
    }
  }
}
