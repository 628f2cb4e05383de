package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What a build says of itself when another asks it, before it is measured.
 *
 * @param version of the build
 * @param optionNames the options of a workflow that it knows, as {@code options.json} spells them;
 *     options within an object by their path, such as {@code engine.threads}, beside the object's
 *     own name
 * @param defaults what these are where nothing is said, by the workflow's name
 */
public record BuildDescription(
    String version, Set<String> optionNames, Map<String, JsonNode> defaults) {
  /** Copies set and map. */
  public BuildDescription {
    optionNames = Set.copyOf(optionNames);
    defaults = Map.copyOf(defaults);
  }
}
