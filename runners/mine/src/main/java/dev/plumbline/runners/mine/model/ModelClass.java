package dev.plumbline.runners.mine.model;

import java.util.List;
import java.util.Map;

/** A class of the model with its own fields, not those it inherits. */
public record ModelClass(String name, List<String> parents, Map<String, ModelField> fields) {

  /** A class outside the object hierarchy has no id. */
  public boolean isSimple() {
    return parents.contains("java.lang.Object");
  }
}
