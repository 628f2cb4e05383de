package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OptionFitTest {
  private static final Set<String> KNOWN =
      Set.of("rows", "engine", "engine.name", "engine.threads", "heap", "file", "file.path");

  private static JsonNode json(String text) throws Exception {
    return Json.mapper().readTree(text.replace('\'', '"'));
  }

  private static JsonNode fit(String asked, String here, String there) throws Exception {
    return new OptionFit("old.jar", KNOWN).of(json(asked), json(here), json(there));
  }

  @Test
  void givesWhatBothKnowAsItWasAskedFor() throws Exception {
    String asked = "{'rows': 5, 'engine': {'name': 'a', 'threads': {'x': 2}}}";
    assertEquals(
        json(asked),
        fit(asked, "{'rows': 1}", "{'rows': 3, 'engine': {'name': 'b', 'threads': {'y': 1}}}"));
  }

  @Test
  void fillsInWhatOnlyTheOtherKnows() throws Exception {
    assertEquals(
        json("{'rows': 5, 'heap': '2g', 'engine': {'name': 'a', 'threads': {}}}"),
        fit(
            "{'rows': 5, 'engine': {'name': 'a'}}",
            "{}",
            "{'rows': 3, 'heap': '2g', 'engine': {'name': 'b', 'threads': {}}}"));
  }

  @Test
  void leavesOutWhatItDoesNotKnowAndHasItsDefault() throws Exception {
    assertEquals(
        json("{'rows': 5, 'engine': {'name': 'a'}, 'file': null}"),
        fit(
            "{'rows': 5, 'order': 'any', 'engine': {'name': 'a', 'spill': 1}, 'file': null}",
            "{'order': 'any', 'engine': {'spill': 1}, 'file': null}",
            "{}"));
  }

  @Test
  void leavesOutWhatSaysNothingInAnObjectThatIsNotThereByDefault() throws Exception {
    assertEquals(
        json("{'file': {'path': 'a'}}"),
        fit("{'file': {'path': 'a', 'zip': false, 'types': []}}", "{'file': null}", "{}"));
  }

  @Test
  void refusesWhatItDoesNotKnowByNameAndValue() throws Exception {
    assertRefused("{'order': 'window'}", "order = \"window\"", "its default, \"any\"");
    assertRefused("{'engine': {'spill': 2}}", "engine.spill = 2", "its default, 1");
    assertRefused("{'file': {'path': 'a', 'zip': true}}", "file.zip = true", "its default, null");
  }

  private static void assertRefused(String asked, String found, String expected) {
    String here = "{'order': 'any', 'engine': {'spill': 1}, 'file': null}";
    String said = assertThrows(UsageException.class, () -> fit(asked, here, "{}")).getMessage();
    assertTrue(said.startsWith("--build old.jar: found '" + found), said);
    assertTrue(said.contains(expected), said);
  }
}
