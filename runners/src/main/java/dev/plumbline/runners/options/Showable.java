package dev.plumbline.runners.options;

import com.fasterxml.jackson.databind.JsonNode;

/** Options that are shown to people otherwise than they are told to a JVM. */
public interface Showable {
  /** Without what nobody else may see: see {@link ShownOptions}. */
  JsonNode shown();
}
