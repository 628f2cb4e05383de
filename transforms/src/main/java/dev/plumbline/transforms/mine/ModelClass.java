package dev.plumbline.transforms.mine;

import java.util.List;
import java.util.Map;

/**
 * One class of a mine's model, with its own fields only.
 *
 * @param name its simple name, such as {@code Gene}
 * @param parents the simple names of the classes it extends, in order
 * @param attributes attribute name to Java type, such as {@code java.lang.String}
 * @param references reference or collection name to the class it leads to
 */
record ModelClass(
    String name,
    List<String> parents,
    Map<String, String> attributes,
    Map<String, String> references) {
  ModelClass {
    parents = List.copyOf(parents);
    attributes = Map.copyOf(attributes);
    references = Map.copyOf(references);
  }
}
