package dev.plumbline.runners.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OptionsFileTest {
  @TempDir Path directory;

  private void assertRefused(String reason) {
    IOException e =
        assertThrows(IOException.class, () -> OptionsFile.read(directory, WorkflowOptions.class));
    String start = "cannot read WorkflowOptions from " + directory.resolve("options.json") + ": ";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void givesBackWhatWasWritten() throws Exception {
    WorkflowOptions options = SomeOptions.of("done", "results");
    OptionsFile.write(directory, options);
    assertEquals(options, OptionsFile.read(directory, WorkflowOptions.class));
  }

  @Test
  void namesTheFileThatIsNotThere() {
    assertRefused("No such file");
  }

  @Test
  void namesTheFieldThatDoesNotFit() throws Exception {
    ObjectNode json = Json.mapper().valueToTree(SomeOptions.of("done", "results"));
    OptionsFile.write(directory, json.put("sheets", 2));
    assertRefused("WorkflowOptions[\"sheets\"]");
  }

  @Test
  void refusesFileThatIsCutOff() throws Exception {
    OptionsFile.write(directory, SomeOptions.of("done", "results"));
    Path file = directory.resolve("options.json");
    Files.writeString(file, Files.readString(file).substring(0, 100));
    assertRefused("end-of-input");
  }
}
