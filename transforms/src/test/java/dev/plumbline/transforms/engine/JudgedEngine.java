package dev.plumbline.transforms.engine;

import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.engine.loop.LoopEngine;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * An engine that tests hold to the models: each of the list, and one that no list knows. What holds
 * the one holds the other.
 *
 * @param name the engine
 * @param ready gives it with so many threads, started; skips the test where this machine cannot
 */
public record JudgedEngine(String name, IntFunction<Engine> ready) {
  /** For {@code MethodSource}. */
  public static final String ALL = "dev.plumbline.transforms.engine.JudgedEngine#all";

  /** All of them. */
  public static Stream<JudgedEngine> all() {
    return Stream.concat(
        Arrays.stream(Engines.values())
            .map(
                engine ->
                    new JudgedEngine(engine.label(), threads -> ReadyEngine.of(engine, threads))),
        Stream.of(new JudgedEngine("loop", LoopEngine::new)));
  }

  /** The engine with so many threads, started. */
  public Engine with(int threads) {
    return ready.apply(threads);
  }

  @Override
  public String toString() {
    return name;
  }
}
