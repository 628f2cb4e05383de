package dev.plumbline.transforms.engine;

import dev.plumbline.transforms.engine.list.Engines;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Engines for tests, started. Where this machine cannot run one the test is skipped, and says why;
 * with the environment variable {@value #REQUIRE_POLARS} it fails.
 */
public final class ReadyEngine {
  /** Set to 1 where a machine must be able to run Polars. */
  public static final String REQUIRE_POLARS = "PLUMBLINE_REQUIRE_POLARS";

  private static final Set<Engine> STARTED = ConcurrentHashMap.newKeySet();

  private ReadyEngine() {}

  /** An engine with so many threads, which has been started once in this JVM. */
  public static Engine of(Engines which, int threads) {
    Engine engine = which.with(settings(threads));
    if (!STARTED.contains(engine)) {
      try {
        engine.start();
        STARTED.add(engine);
      } catch (EngineUnavailable e) {
        skipOrFail(e);
      }
    }
    return engine;
  }

  /** Settings for tests; the same directory always, so that tests share an engine's process. */
  public static EngineSettings settings(int threads) {
    return new EngineSettings(threads, "512MB", System.getProperty("java.io.tmpdir"), 120);
  }

  /** Skips the test for this reason, or fails it. */
  public static void skipOrFail(EngineUnavailable reason) {
    if ("1".equals(System.getenv(REQUIRE_POLARS))) {
      throw new AssertionError(REQUIRE_POLARS + " is set", reason);
    }
    Assumptions.abort(reason.getMessage());
  }
}
