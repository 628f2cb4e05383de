package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.UsageException;
import java.util.Map;
import java.util.Set;

/**
 * Makes of the options of this build those that another build reads. What only the other knows gets
 * its default there. What only this one knows is left out if it has its default here, and refused
 * if not: that build cannot do what was asked for.
 *
 * @param build what the other build is called in messages
 * @param known the options that it knows, as {@link BuildDescription#optionNames()} has them
 */
record OptionFit(String build, Set<String> known) {

  /**
   * The options as the other build reads them.
   *
   * @param asked what was asked for, as this build spells it
   * @param here the defaults of this build
   * @param there the defaults of the other
   * @throws UsageException if an option was asked for that the other does not know; names it
   */
  ObjectNode of(JsonNode asked, JsonNode here, JsonNode there) {
    return of("", asked, here, there);
  }

  private ObjectNode of(String path, JsonNode asked, JsonNode here, JsonNode there) {
    ObjectNode fitting = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> option : asked.properties()) {
      String name = option.getKey();
      JsonNode value = option.getValue();
      if (!known.contains(path + name)) {
        refuse(path + name, value, here.path(name));
      } else if (value.isObject() && hasParts(path + name)) {
        fitting.set(name, of(path + name + ".", value, here.path(name), there.path(name)));
      } else {
        fitting.set(name, value);
      }
    }
    for (Map.Entry<String, JsonNode> option : there.properties()) {
      if (!asked.has(option.getKey())) {
        fitting.set(option.getKey(), option.getValue());
      }
    }
    return fitting;
  }

  /** A part of an object that is not there by default has no default; nothing may be left out. */
  private static boolean isNothing(JsonNode value) {
    return value.isNull()
        || (value.isContainerNode() && value.isEmpty())
        || (value.isTextual() && value.asText().isEmpty())
        || (value.isBoolean() && !value.asBoolean());
  }

  private boolean hasParts(String path) {
    return known.stream().anyMatch(name -> name.startsWith(path + "."));
  }

  private void refuse(String path, JsonNode value, JsonNode preset) {
    JsonNode expected = preset.isMissingNode() ? NullNode.instance : preset;
    if (!value.equals(expected) && !(preset.isMissingNode() && isNothing(value))) {
      throw UsageException.of(
          "--build " + build,
          path + " = " + value,
          "its default, %s: that build does not know this option".formatted(expected));
    }
  }
}
