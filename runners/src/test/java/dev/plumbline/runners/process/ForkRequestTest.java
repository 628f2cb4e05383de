package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.WorkflowChild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands on the wire in version 1, to the letter: another build may have written it. */
final class ForkRequestTest {
  private static final String WRITTEN =
      """
      {"wire":1,"task":"measure","fork":{"arm":"a","block":2,"seed":42,"sizes":[10,20],\
      "warm_iterations":3,"prepared":null},"options":{"page_size":5}}""";

  @TempDir Path directory;

  private void place(String text) throws IOException {
    Files.createDirectories(directory.resolve("tmp"));
    Files.writeString(directory.resolve("tmp/request.json"), text);
  }

  @Test
  void hasTheFormOfVersionOne() throws Exception {
    ForkPlan plan = new ForkPlan("a", 2, 42, List.of(10L, 20L), 3, null);
    ObjectNode options = Json.mapper().createObjectNode().put("page_size", 5);
    ForkRequest request = new ForkRequest(1, "measure", plan, options);

    request.write(directory);

    assertEquals(WRITTEN, Files.readString(directory.resolve("tmp/request.json")));
    ForkRequest.Received received = ForkRequest.read(directory);
    assertEquals(request, received.request());
    assertNull(received.unknown());
  }

  @Test
  void namesFieldsOfANewerBuildAndReadsTheRest() throws Exception {
    place(
        WRITTEN
            .replace("\"block\":2", "\"block\":2,\"pinned_to\":[1]")
            .replace("\"wire\":1", "\"wire\":1,\"priority\":\"low\""));
    ForkRequest.Received received = ForkRequest.read(directory);
    assertEquals(2, received.request().plan().block());
    assertEquals(List.of("priority", "fork.pinned_to"), UnknownFields.names(received.unknown()));
  }

  @Test
  void refusesAnotherVersionByName() throws Exception {
    place(WRITTEN.replace("\"wire\":1", "\"wire\":2"));
    String said =
        assertThrows(UsageException.class, () -> ForkRequest.read(directory)).getMessage();
    assertTrue(said.contains("speaks version 2") && said.contains("speaks 1"), said);
  }

  @Test
  void givesBackTheOptionsOfARun() throws Exception {
    WorkflowOptions options = SomeOptions.of("done", "results");
    ForkRequest.of(WorkflowChild.class, options).write(directory);
    ForkRequest request = ForkRequest.read(directory).request();
    assertEquals("run", request.task());
    assertEquals(options, request.options(WorkflowOptions.class));
  }

  @Test
  void refusesOptionsThatNobodyKnowsByName() {
    ObjectNode options = Json.mapper().valueToTree(SomeOptions.of("done", "results"));
    ForkRequest request = new ForkRequest(1, "run", null, options.put("sheets", 2));
    String said =
        assertThrows(IOException.class, () -> request.options(WorkflowOptions.class)).getMessage();
    assertTrue(said.startsWith("cannot read WorkflowOptions of the request for 'run': "), said);
    assertTrue(said.endsWith("it has no [sheets]"), said);

    options.putNull("sheets").withObject("/keeping").putNull("drawers");
    String nulls =
        assertThrows(IOException.class, () -> request.options(WorkflowOptions.class)).getMessage();
    assertTrue(nulls.contains("drawers") || nulls.contains("sheets"), nulls);
  }

  @Test
  void namesTheRequestThatIsNotThere() {
    String said = assertThrows(IOException.class, () -> ForkRequest.read(directory)).getMessage();
    assertTrue(said.contains("request.json"), said);
  }

  @Test
  void refusesARequestThatIsCutOff() throws Exception {
    place(WRITTEN.substring(0, 40));
    assertThrows(IOException.class, () -> ForkRequest.read(directory));
  }

  @Test
  void readsTheAnswerOfVersionOne() throws Exception {
    Files.writeString(
        directory.resolve("outcome.json"),
        """
        {"wire":1,"status":"done","exit_code":0,"error_type":null,"message":null,"elapsed_millis":7,
         "max_rss_bytes":9,"unknown":["priority"],"result":{"a":1},"joules":5}""");
    ChildOutcome outcome = ChildOutcome.read(directory).orElseThrow();
    assertEquals(
        ChildOutcome.done(7, 9)
            .with(Json.mapper().createObjectNode().put("a", 1))
            .withUnknown(List.of("priority")),
        outcome);
  }

  @Test
  void refusesTheAnswerOfAnotherVersion() throws Exception {
    Files.writeString(directory.resolve("outcome.json"), "{\"wire\":3,\"status\":\"well\"}");
    String said = assertThrows(IOException.class, () -> ChildOutcome.read(directory)).getMessage();
    assertEquals("found version 3 of the wire between builds, expected 1", said);
  }

  @Test
  void anAnswerThatIsNotThereIsNone() throws Exception {
    assertFalse(ChildOutcome.read(directory).isPresent());
  }
}
