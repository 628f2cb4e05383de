package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.runners.mine.faults.FaultHelp;
import dev.plumbline.runners.mine.faults.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the local mine says what its code says. */
class MinePageTest {
  private static final String BEGIN = "<!-- generated: faults -->\n";
  private static final String END = "<!-- end: faults -->";

  /** {@code -Dplumbline.write-docs=true} writes the table instead of holding the page to it. */
  @Test
  void listsEveryFaultWithItsKeys() throws IOException {
    Path page = Path.of(System.getProperty("plumbline.root"), "docs", "MINE.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END, begin);
    if (Boolean.getBoolean("plumbline.write-docs")) {
      Files.writeString(page, text.substring(0, begin) + table() + text.substring(end));
      return;
    }
    assertEquals(table(), text.substring(begin, end));
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| fault | keys | what happens |\n|---|---|---|\n");
    for (FaultHelp fault : FaultSpec.help()) {
      String keys = fault.keys().isEmpty() ? "" : "`" + fault.keys() + "`";
      table.append("| `%s` | %s | %s |\n".formatted(fault.name(), keys, fault.effect()));
    }
    return table.toString();
  }
}
