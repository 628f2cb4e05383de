package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsFileTest {
  private static final String MINE =
      """
      {"name": "flymine", "endpoint": "https://fly.example/service", "workers": 3, "query_root": "Gene",
       "query_views": ["symbol", "Gene.length"]}
      """;

  @TempDir Path directory;

  @Test
  void addsMinesToOurs() throws Exception {
    List<MineTarget> all = MineTargets.with(file("[" + MINE + "]"));

    assertEquals(MineTargets.all(), all.subList(0, all.size() - 1));
    assertEquals(
        new MineTarget(
            "flymine",
            "https://fly.example/service",
            null,
            3,
            "Gene",
            List.of("Gene.symbol", "Gene.length"),
            List.of(),
            List.of()),
        MineTargets.named("FlyMine", all));
  }

  @Test
  void aMineOfOurNameStandsInThePlaceOfOurs() throws Exception {
    List<MineTarget> all = MineTargets.with(file("[" + MINE.replace("flymine", "ThaleMine") + "]"));

    assertEquals(MineTargets.all().size(), all.size());
    assertEquals(3, MineTargets.named("thalemine", all).workers());
  }

  @Test
  void theEmbeddedMineMayHaveAnotherQuery() throws Exception {
    String local = MINE.replace("flymine", "local").replaceFirst("\"endpoint\".*?, ", "");

    MineTarget target = MineTargets.named("local", MineTargets.with(file("[" + local + "]")));

    assertEquals(List.of("Gene.symbol", "Gene.length"), target.queryViews());
    assertEquals(null, target.endpoint());
  }

  @Test
  void takesOurOwnFile() throws Exception {
    Path ours =
        Path.of(Objects.requireNonNull(MineTargets.class.getResource("targets.json")).toURI());

    assertEquals(MineTargets.all(), MineTargets.with(ours.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | null | name: found null, expected a text",
        "name | \"\" | name: found '', expected letters",
        "name | \"a/b\" | name: found 'a/b'",
        "name | \"custom\" | name: found 'custom'",
        "endpoint | null | endpoint: found null, expected a text",
        "endpoint | \"ftp://h/s\" | endpoint: found 'ftp://h/s', expected a URL",
        "fallback_endpoint | \"nonsense\" | fallback_endpoint: found 'nonsense', expected a URL",
        "workers | 0 | workers: found 0, expected 1 to 64",
        "workers | 65 | workers: found 65",
        "workers | 2.5 | workers: found 2.5",
        "workers | \"4\" | workers: found \"4\"",
        "query_root | \"9x\" | query_root: found '9x', expected the name of a class",
        "query_views | [] | query_views: found none, expected at least one path",
        "query_views | \"symbol\" | query_views: found \"symbol\", expected a list of texts",
        "query_views | [1] | query_views: found [1]",
        "query_views | [\"a..b\"] | query_views: found 'a..b', expected a path such as Gene.org",
        "query_views | [\"symbol\", \"Gene.symbol\"] | query_views: found 'Gene.symbol', expected each",
        "complex_views | [\"symbol\"] | complex_joins: found [], expected two OUTER joins",
        "complex_joins | [\"pathways\"] | complex_joins: found [Gene.pathways:OUTER], expected two",
        "complex_joins | [\"a:LEFT\"] | complex_joins: found 'a:LEFT', expected path, path:OUTER",
        "colour | 1 | found the field 'colour', expected only complex_joins, complex_views, endpoint",
      })
  void aWrongFieldIsRefusedNamingEntryAndField(String field, String value, String message)
      throws Exception {
    ObjectNode wrong = (ObjectNode) Json.mapper().readTree(MINE.replace("flymine", "second"));
    wrong.set(field, Json.mapper().readTree(value));

    assertRefused("entry 2", "[" + MINE + ", " + wrong + "]");
    assertRefused(message, "[" + MINE + ", " + wrong + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | all of it: found {}, expected a list of targets",
        "[] | all of it: found []",
        "[7] | entry 1: found 7, expected an object",
        "[{}] | entry 1, name: found nothing, expected a text",
        "[{\"name\": \"a\", \"name\": \"b\"}] | Duplicate field 'name'",
        "[ | cannot read",
        "nonsense | cannot read",
      })
  void anotherFormIsRefused(String text, String message) throws Exception {
    assertRefused(message, text);
  }

  @Test
  void twoOfOneNameAreRefused() throws Exception {
    assertRefused(
        "entry 2: found 'FLYMINE' again, expected each name once",
        "[" + MINE + ", " + MINE.replace("flymine", "FLYMINE") + "]");
  }

  @Test
  void theEmbeddedMineHasNoAddress() throws Exception {
    assertRefused("expected none: the embedded mine", "[" + MINE.replace("flymine", "local") + "]");
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() throws Exception {
    String said =
        assertRefused(
            "without user and password", "[" + MINE.replace("//fly", "//me:secret@fly") + "]");
    assertFalse(said.contains("secret"), said);
  }

  private String assertRefused(String message, String text) throws Exception {
    String file = file(text);
    UsageException refused = assertThrows(UsageException.class, () -> MineTargets.with(file));
    String said = String.valueOf(refused.getMessage());
    assertTrue(said.startsWith("--targets-file: "), said);
    assertTrue(said.contains(file), said);
    assertTrue(said.contains(message), said);
    return said;
  }

  private String file(String text) throws Exception {
    return Files.writeString(directory.resolve("targets.json"), text).toString();
  }
}
