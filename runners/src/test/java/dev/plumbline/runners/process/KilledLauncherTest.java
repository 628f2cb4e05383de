package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class KilledLauncherTest {
  @TempDir Path folder;

  @Test
  void lastLineOfRealProcessIsOneJsonObject() throws Exception {
    LauncherProcess launcher = LauncherProcess.start("done", folder);
    assertEquals(0, launcher.exit(), launcher::toString);
    List<String> lines = launcher.outLines();
    JsonNode last = Json.mapper().readTree(lines.get(lines.size() - 1));
    assertEquals("done", last.get("status").asText());
  }

  @Test
  void killedLauncherTakesItsChildAlongAndTheNextRunSweeps() throws Exception {
    LauncherProcess launcher = LauncherProcess.start("wait", folder);
    ProcessHandle child = launcher.child();
    launcher.process().destroyForcibly();
    launcher.exit();
    child.onExit().get();
    assertFalse(child.isAlive());
    assertEquals(1, launcher.runs().size());
    assertTrue(launcher.runs().get(0).endsWith(".partial"), launcher.runs().toString());

    LauncherProcess next = LauncherProcess.start("done", folder);
    assertEquals(0, next.exit(), next.errText());
    assertEquals(1, next.runs().size());
    assertFalse(next.runs().get(0).startsWith("."), next.runs().toString());
  }

  @Test
  void terminatedLauncherTakesItsChildAlongAndSaysSo() throws Exception {
    LauncherProcess launcher = LauncherProcess.start("wait", folder);
    ProcessHandle child = launcher.child();
    launcher.process().destroy();
    assertEquals(143, launcher.exit());
    child.onExit().get();
    List<String> lines = launcher.outLines();
    JsonNode last = Json.mapper().readTree(lines.get(lines.size() - 1));
    assertEquals("interrupted", last.get("error_type").asText());
    assertEquals(1, launcher.runs().size());
    assertTrue(launcher.runs().get(0).endsWith(".failed"), launcher.runs().toString());
  }

  @Test
  void killedChildIsFailureAndLeavesNothingThatLooksComplete() throws Exception {
    LauncherProcess launcher = LauncherProcess.start("wait", folder);
    launcher.child().destroyForcibly();
    assertEquals(1, launcher.exit());
    assertTrue(launcher.errText().contains("ended with code 137"), launcher.errText());
    assertTrue(launcher.runs().get(0).endsWith(".failed"), launcher.runs().toString());
  }
}
