package dev.plumbline.runners.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSetupTest {
  private final PrintStream before = System.err;

  @TempDir Path directory;

  @AfterEach
  void asItWas() {
    System.setErr(before);
    System.clearProperty(LogSetup.VERBOSE);
    System.clearProperty(LogSetup.RUN_LOG);
  }

  @Test
  void warningsOfOthersAreInTheLogAndNotOnTheScreen() throws Exception {
    Path log = directory.resolve("run.log");
    System.setProperty(LogSetup.RUN_LOG, log.toString());

    String screen = said();

    assertTrue(screen.contains("ours is told"), screen);
    assertTrue(screen.contains("theirs is broken"), screen);
    assertFalse(screen.contains("theirs is odd"), screen);
    assertTrue(Files.readString(log).contains("theirs is odd"));
    assertTrue(Files.readString(log).contains("IllegalStateException: why"));
    assertFalse(screen.contains("IllegalStateException"), screen);
  }

  @Test
  void warningsOfOthersAreShownIfAskedFor() {
    System.setProperty(LogSetup.VERBOSE, "true");

    assertTrue(said().contains("theirs is odd"));
  }

  private static String said() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.start();
    LogSetup setup = new LogSetup();
    setup.setContext(context);
    assertEquals(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY, setup.configure(context));
    context.getLogger("dev.plumbline.x").info("ours is told");
    context.getLogger("org.apache.flink.x").warn("theirs is odd");
    context.getLogger("org.apache.flink.x").info("theirs is told");
    context
        .getLogger("org.apache.flink.x")
        .error("theirs is broken", new IllegalStateException("why"));
    context.stop();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
