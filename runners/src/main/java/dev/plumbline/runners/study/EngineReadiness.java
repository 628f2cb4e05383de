package dev.plumbline.runners.study;

import dev.plumbline.transforms.engine.EngineFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an engine can work here.
 *
 * @param name the engine
 * @param facts what it says of itself; null if it cannot work
 * @param missing why it cannot, and what would mend that; null if it can
 * @param startSeconds what it took to start
 */
public record EngineReadiness(
    String name, @Nullable EngineFacts facts, @Nullable String missing, double startSeconds) {

  /** The names of those that can. */
  public static List<String> ready(List<EngineReadiness> all) {
    return all.stream().filter(e -> e.missing() == null).map(EngineReadiness::name).toList();
  }
}
