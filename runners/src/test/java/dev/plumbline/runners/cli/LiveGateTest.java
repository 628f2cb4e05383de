package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveGateTest {
  private static final ServiceRoot REMOTE = new ServiceRoot("https://mine.example/service");

  @Test
  void remoteMineIsSkippedUnderContinuousIntegration() {
    CliRun run = CliRun.with(Map.of("CI", "true"), Map.of(), "elt", "--mine-url", REMOTE.url());
    assertEquals(2, run.exit());
    assertEquals("skipped", run.lastLine().get("status").asText());
    assertTrue(run.lastLine().get("message").asText().contains("RUN_LIVE=1"));
  }

  @Test
  void runLiveAllowsIt() {
    assertTrue(LiveGate.refusal(Map.of("CI", "true", "RUN_LIVE", "1"), REMOTE).isEmpty());
    assertTrue(LiveGate.refusal(Map.of("CI", "true", "RUN_LIVE", "0"), REMOTE).isPresent());
  }

  @Test
  void outsideContinuousIntegrationNothingIsAsked() {
    assertTrue(LiveGate.refusal(Map.of(), REMOTE).isEmpty());
    assertTrue(LiveGate.refusal(Map.of("CI", "false"), REMOTE).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/s", "http://localhost/s", "http://[::1]:8/s"})
  void loopbackIsAlwaysAllowed(String url) {
    assertTrue(LiveGate.refusal(Map.of("CI", "1"), new ServiceRoot(url)).isEmpty());
  }

  @Test
  void nameThatOnlyBeginsLikeLoopbackIsRemote() {
    ServiceRoot root = new ServiceRoot("http://127.0.0.1.example.org/s");
    assertTrue(LiveGate.refusal(Map.of("CI", "1"), root).isPresent());
  }
}
