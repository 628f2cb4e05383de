package dev.plumbline.runners.study.engines;

import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.list.Engines;
import org.junit.jupiter.api.Assumptions;

/**
 * Engines for tests, started. Where this machine cannot run one the test is skipped, and says why;
 * with the environment variable {@value #REQUIRE_POLARS} it fails.
 */
public final class ReadyEngine {
  private static final String REQUIRE_POLARS = "PLUMBLINE_REQUIRE_POLARS";

  private ReadyEngine() {}

  /** An engine with two threads. */
  public static Engine of(Engines which) {
    Engine engine =
        which.with(new EngineSettings(2, "512MB", System.getProperty("java.io.tmpdir"), 120));
    try {
      engine.start();
    } catch (EngineUnavailable e) {
      if ("1".equals(System.getenv(REQUIRE_POLARS))) {
        throw new AssertionError(REQUIRE_POLARS + " is set", e);
      }
      Assumptions.abort(e.getMessage());
    }
    return engine;
  }
}
