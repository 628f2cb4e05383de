package dev.plumbline.runners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.process.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that other builds know: a change here breaks comparisons with every build before. */
final class ForkMainTest {
  @Test
  void theEntryNeverMoves() {
    assertEquals("dev.plumbline.runners.ForkMain", ForkMain.class.getName());
    assertEquals(ForkMain.class.getName(), Wire.ENTRY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "measure",
        "prepare_engines",
        "engines",
        "prepare_storage",
        "storage",
        "parity",
        "describe"
      })
  void tasksAreFoundByTheNameThatTheyBear(String name) throws Exception {
    TaskName borne = ForkMain.task(name).getClass().getAnnotation(TaskName.class);
    assertEquals(name, borne.value());
  }

  @Test
  void aTaskThatIsNotThereIsNamed() {
    Exception e = assertThrows(UsageException.class, () -> ForkMain.task("brew"));
    assertTrue(e.getMessage().contains("knows no task 'brew'"), e.getMessage());
  }
}
