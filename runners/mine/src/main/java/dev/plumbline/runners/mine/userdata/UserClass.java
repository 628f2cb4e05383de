package dev.plumbline.runners.mine.userdata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A class of a user's file; it has one object for each row.
 *
 * @param name the class in the model
 * @param attributes the columns by attribute, in the file's order
 * @param references the classes that a row's object refers to, each to that of its own row
 */
public record UserClass(
    String name, Map<String, UserColumn> attributes, Map<String, UserClass> references) {

  /** Copies the maps, whose order counts. */
  public UserClass {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
  }
}
