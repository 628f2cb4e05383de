package dev.plumbline.runners.mine.userdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a column lies in the model.
 *
 * @param column its name in the file
 * @param references the references from the root class to it, often none
 * @param attribute the attribute at their end
 */
record ColumnPath(String column, List<String> references, String attribute) {

  ColumnPath {
    references = List.copyOf(references);
  }

  /** The path of a column whose name, without the root class, is made of these parts. */
  static ColumnPath of(String column, List<String> parts) {
    int last = parts.size() - 1;
    List<String> references = new ArrayList<>();
    parts.subList(0, last).forEach(part -> references.add(ModelNames.field(part)));
    return new ColumnPath(column, references, ModelNames.attribute(parts.get(last)));
  }

  /** The path without the root class, such as {@code organism.name}. */
  String text() {
    return references.isEmpty() ? attribute : String.join(".", references) + "." + attribute;
  }
}
