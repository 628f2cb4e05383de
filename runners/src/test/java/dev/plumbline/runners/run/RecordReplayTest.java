package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.mine.scripted.ScriptedMine;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An export is recorded, and replayed when its mine is gone. */
@Timeout(300)
class RecordReplayTest {
  private static final String MODEL =
      """
      <model name="beans" package="org.example">
        <class name="Pod" is-interface="true">
          <attribute name="label" type="java.lang.String"/>
          <attribute name="price" type="java.math.BigDecimal"/>
          <attribute name="ripe" type="java.lang.Boolean"/>
          <attribute name="weight" type="java.lang.Double"/>
          <attribute name="seeds" type="java.lang.Long"/>
          <attribute name="picked" type="java.util.Date"/>
        </class>
      </model>
      """;

  @TempDir Path directory;

  @Test
  void theSameContentComesOutOnEveryRunnerWithTheMineGone() throws Exception {
    Path recording = directory.resolve("recording");
    JsonNode recorded =
        report(
            "--runner=direct",
            "--rows-target=6500",
            "--page-size=2000",
            "--record-pages=" + recording);
    Set<String> hashes = new HashSet<>(Set.of(contentHash(recorded)));
    for (String runner : List.of("floor", "direct", "flink-local")) {
      JsonNode replayed = report("--runner=" + runner, "--replay-pages=" + recording);

      assertEquals("valid", replayed.at("/cell/status").asText());
      assertEquals(6500, replayed.at("/cell/rows").asInt());
      assertEquals("recorded", replayed.at("/options/mine_kind").asText());
      assertTrue(replayed.at("/parity/source/equivalent").asBoolean());
      assertEquals(
          6500, replayed.at("/cell/evidence/elements/served/attempted").asInt(), "served rows");
      hashes.add(contentHash(replayed));
    }
    assertEquals(1, hashes.size(), hashes::toString);
  }

  @Test
  void theFirstPagesCanBeReplayedAloneAndAtTheirOwnPace() throws Exception {
    Path recording = directory.resolve("recording");
    report(
        "--runner=floor", "--rows-target=3000", "--page-size=500", "--record-pages=" + recording);

    JsonNode part =
        report(
            "--runner=floor",
            "--replay-pages=" + recording,
            "--rows-target=1000",
            "--replay-pace=recorded");

    assertEquals("valid", part.at("/cell/status").asText());
    assertEquals(1000, part.at("/cell/rows").asInt());
  }

  @Test
  void aForeignMineThatIsRecordedIsProvenAgainstItsOwnAnswers() throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add(
        "[\"\u0141uskowa \ud83c\udf31\",0.10000000000000000000000001,true,1,5,\"2024-02-29\"]");
    rows.add("[\"\",1E+3,false,1.0E-5,-9223372036854775808,null]");
    rows.add("[null,null,null,null,null,null]");
    rows.add("[\"a \\\"b\\\"\\n\\u2028\",12,null,-0.0,9223372036854775807,\"1899-12-31\"]");
    Path recording = directory.resolve("recording");
    String hash;
    try (ScriptedMine mine = ScriptedMine.builder().model(MODEL).root("Pod").rows(rows).start()) {
      JsonNode recorded = report(pods(mine, "--record-pages=" + recording));
      assertEquals("valid", recorded.at("/cell/status").asText());
      assertEquals("recorded pages", recorded.at("/parity/source/left/source").asText());
      hash = contentHash(recorded);
    }
    JsonNode replayed = report("--runner=floor", "--replay-pages=" + recording);

    assertEquals(hash, contentHash(replayed));
    assertTrue(replayed.at("/parity/source/equivalent").asBoolean());
  }

  @Test
  void anExportThatFailsLeavesNoRecordingAndTheSameCommandWorksAfterwards() throws Exception {
    Path recording = directory.resolve("recording");
    String[] command;
    try (ScriptedMine mine =
        ScriptedMine.builder()
            .model(MODEL)
            .root("Pod")
            .rows(List.of("[\"a\",1,true,1,1,null]", "[\"b\",1,true,1,1,null]"))
            .faults("cut(bytes=200, attempts=1, start=1)")
            .start()) {
      command = pods(mine, "--record-pages=" + recording, "--page-size=1", "--tries=1");
      PlumblineRun failed = run(command);
      assertEquals(1, failed.exit(), failed::err);
      assertFalse(Files.exists(recording));

      PlumblineRun again = run(command);
      assertEquals(0, again.exit(), again::err);
      assertTrue(Files.exists(recording.resolve("manifest.json")));
    }
  }

  @Test
  void pagesThatTheProofSpeaksAgainstAreNoRecording() throws Exception {
    Path recording = directory.resolve("recording");

    PlumblineRun wrong =
        run(
            "--runner=floor",
            "--rows-target=400",
            "--page-size=100",
            "--mine-faults=duplicate-rows(start=200)",
            "--record-pages=" + recording);

    assertEquals(3, wrong.exit(), wrong::err);
    assertFalse(Files.exists(recording));
  }

  @Test
  void smallPagesCanBeReplayedInPart() throws Exception {
    Path recording = directory.resolve("recording");
    report("--runner=floor", "--rows-target=600", "--page-size=50", "--record-pages=" + recording);

    JsonNode part = report("--runner=floor", "--rows-target=100", "--replay-pages=" + recording);
    assertEquals("valid", part.at("/cell/status").asText());
  }

  @Test
  void aDamagedRecordingIsRefusedByFileAndDigest() throws Exception {
    Path recording = directory.resolve("recording");
    report("--runner=floor", "--rows-target=400", "--page-size=200", "--record-pages=" + recording);
    Path page = recording.resolve("bodies/page-0000000200-200.json");
    byte[] body = Files.readAllBytes(page);
    body[body.length / 2] ^= 1;
    Files.write(page, body);

    PlumblineRun refused = run("--runner=floor", "--replay-pages=" + recording);

    assertEquals(64, refused.exit(), refused::err);
    assertTrue(refused.err().contains("page-0000000200-200.json has SHA-256"), refused.err());
  }

  private static String contentHash(JsonNode report) {
    return report.at("/cell/evidence/input/content_hash").asText();
  }

  private static String[] pods(ScriptedMine mine, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "--runner=floor",
            "--mine-url=" + mine.serviceRoot(),
            "--query-root=Pod",
            "--query-views=label,price,ripe,weight,seeds,picked"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private JsonNode report(String... arguments) throws Exception {
    Path json = directory.resolve("report.json");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json-out=" + json);
    PlumblineRun run = run(all.toArray(String[]::new));
    assertEquals(0, run.exit(), run::err);
    assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
    return Json.mapper().readTree(json.toFile());
  }

  private PlumblineRun run(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("elt"));
    all.addAll(List.of(arguments));
    return PlumblineRun.inside(directory, all);
  }
}
