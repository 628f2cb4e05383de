package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnknownFieldsTest {
  private static JsonNode json(String text) throws Exception {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }

  private static JsonNode unknown(String said, String understood) throws Exception {
    return UnknownFields.of(json(said), json(understood));
  }

  @Test
  void nothingIsUnknownOfTheSame() throws Exception {
    String all = "{'a': 1, 'b': {'c': [1, {'d': 2}]}}";
    assertNull(unknown(all, all));
    assertNull(unknown("{'a': 1.0}", "{'a': 1, 'b': 2}"));
    assertEquals(List.of(), UnknownFields.names(null));
  }

  @Test
  void findsFieldsAtTheirDepth() throws Exception {
    JsonNode found =
        unknown(
            "{'a': 1, 'b': {'c': 2, 'd': {'e': 3}}, 'f': [{'g': 4}, {'h': 5}]}",
            "{'a': 1, 'b': {'c': 2}, 'f': [{'g': 4}, {}]}");
    assertEquals(json("{'b': {'d': {'e': 3}}, 'f': {'1': {'h': 5}}}"), found);
    assertEquals(List.of("b.d.e", "f.1.h"), UnknownFields.names(found));
  }

  @Test
  void aFieldThatIsNullSaysNothing() throws Exception {
    assertNull(unknown("{'a': 1, 'b': null}", "{'a': 1}"));
  }
}
