package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.userdata.UserData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEndpointsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static LocalMine mine;
  private static MineClient client;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(new MineConfig(0, 42, 500));
    client = new MineClient(mine.serviceRoot());
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @Test
  void tellsItsVersions() {
    assertEquals("35\n", client.get("/version").body());
    assertEquals("35\n", client.get("/version/ws").body());
    assertTrue(client.get("/version/release").body().matches("\"[^\"]+\"\n"));
    assertTrue(client.get("/version/intermine").body().matches("\"\\d+\\.\\d+\\.\\d+\"\n"));
    assertEquals(35, json("/version?format=json").path("version").asInt());
    String body = client.get("/version/ws?format=json").body();
    assertTrue(body.startsWith("{\"version\":\n35\n,\"executionTime\":\""), body);
  }

  @Test
  void servesTheModelAsJsonWithInheritedFields() {
    for (String url : List.of("/model/json", "/model?format=json")) {
      JsonNode model = json(url).path("model");
      assertEquals("genomic", model.path("name").asText());
      assertEquals("org.intermine.model.bio", model.path("package").asText());
      JsonNode gene = model.path("classes").path("Gene");
      assertEquals("[\"SequenceFeature\"]", gene.path("extends").toString());
      assertTrue(gene.path("isInterface").asBoolean());
      assertEquals(500, gene.path("count").asInt());
      assertEquals("java.lang.Integer", gene.path("attributes").path("id").path("type").asText());
      assertEquals("java.lang.String", gene.at("/attributes/primaryIdentifier/type").asText());
      assertEquals("Organism", gene.at("/references/organism/referencedType").asText());
      assertEquals("genes", gene.at("/collections/pathways/reverseReference").asText());
    }
    HttpResponse<String> accepted = client.get("/model", "Accept", "application/json");
    assertEquals("attachment; filename=\"model.json\"", header(accepted, "Content-Disposition"));
    assertEquals(ModelReader.text(), client.get("/model/xml").body());
  }

  @Test
  void listsItsListsAndLetsNobodyChangeThem() {
    String body = client.get("/lists").body();
    assertTrue(body.startsWith("{\"lists\":[\n{"), body);
    JsonNode lists = json("/lists").path("lists");
    assertTrue(lists.size() >= 1);
    for (JsonNode list : lists) {
      String name = list.path("name").asText();
      assertEquals("CURRENT", list.path("status").asText());
      assertTrue(list.path("size").asInt() > 0, name);
      assertTrue(!list.path("type").asText().isEmpty());
      assertEquals(1, json("/lists?name=" + MineClient.encode(name)).path("lists").size());
    }
    assertEquals(404, client.get("/lists?name=nix").statusCode());
    assertEquals(lists.size(), client.get("/lists?format=text").body().lines().count(), "names");
    for (String verb : List.of("POST", "DELETE")) {
      HttpResponse<String> refused = send(verb, "/lists?name=x");
      assertEquals(403, refused.statusCode(), verb);
      assertTrue(refused.body().endsWith("\"statusCode\":403}"), refused.body());
    }
    assertEquals(403, client.get("/lists?method=DELETE&name=x").statusCode());
    assertEquals(403, client.post("/lists/union", "name=x").statusCode());
  }

  @Test
  void issuesTokensThatItAccepts() {
    String body = client.get("/session").body();
    assertTrue(body.matches("(?s)\\{\"token\":\n\"[^\"]+\"\n,\"executionTime\".*"), body);
    String token = json("/session").path("token").asText();
    assertEquals("35\n", client.get("/version?token=" + token).body());
    JsonNode user = json("/user/whoami?token=" + token).path("user");
    assertTrue(!user.path("username").asText().isEmpty());
  }

  @Test
  void tellsWhatDescribesAndWhatIdentifiesEachClass() {
    JsonNode fields = json("/summaryfields?format=json").path("classes");
    assertTrue(fields.path("Gene").toString().contains("\"Gene.symbol\""), fields.toString());
    assertTrue(!fields.path("Sequence").toString().contains("residues"), "CLOBs");
    JsonNode keys = json("/classkeys").path("classes");
    assertEquals("[\"Gene.primaryIdentifier\"]", keys.path("Gene").toString());
    assertEquals(0, json("/widgets").path("widgets").size());
    assertTrue(json("/widgets").path("widgets").isArray());
  }

  @Test
  void listsTheValuesOfAPath() {
    JsonNode values = json("/path/values?path=Organism.taxonId");
    assertEquals(12, values.path("count").asInt());
    assertEquals("Integer", values.path("type").asText());
    assertEquals(12, values.path("results").size());
    assertEquals(
        12, json("/path/values?path=Organism.genus&format=jsoncount").path("count").asInt());
    assertEquals(400, client.get("/path/values?path=Organism.nix").statusCode());
    assertEquals(400, client.get("/path/values").statusCode());
  }

  @Test
  void takesQueriesWrittenAsJson() {
    String query =
        "{\"model\":{\"name\":\"genomic\"},"
            + "\"select\":[\"Organism.taxonId\",\"Organism.commonName\"],"
            + "\"where\":[{\"path\":\"Organism.taxonId\",\"op\":\">\",\"value\":20000}],"
            + "\"orderBy\":[{\"path\":\"Organism.taxonId\",\"direction\":\"DESC\"}]}";
    assertEquals("38942\tchêne pédonculé\n29760\tgrape\n", client.results(query, "tab", "").body());
    assertEquals(400, client.results("{\"select\":", "tab", "").statusCode());
  }

  @Test
  void offersOnlyWhatFitsTheUsersOwnFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "n,x\n3,c\n");
    MineConfig config = MineConfig.defaults().withUserData(UserData.of(file));
    try (LocalMine own = LocalMine.start(config)) {
      MineClient reader = new MineClient(own.serviceRoot());
      assertEquals("<template-queries>\n</template-queries>\n", reader.get("/templates").body());
      assertTrue(reader.get("/lists").body().startsWith("{\"lists\":[\n],"));
      assertTrue(reader.get("/model/json").body().contains("\"T\":{"));
      assertTrue(reader.get("/summaryfields").body().contains("{\"T\":[\"T.n\",\"T.x\"]}"));
      assertEquals("3\tc\n", reader.results(MineClient.query("T.n T.x"), "tab", "").body());
    }
  }

  @Test
  void answersHeadWithoutABody() {
    HttpResponse<String> head = send("HEAD", "/version");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
  }

  private static HttpResponse<String> send(String verb, String path) {
    URI uri = URI.create(mine.serviceRoot() + path);
    return client.send(
        HttpRequest.newBuilder(uri).method(verb, HttpRequest.BodyPublishers.noBody()).build());
  }

  private static JsonNode json(String path) {
    String body = client.get(path).body();
    try {
      JsonNode document = JSON.readTree(body);
      assertTrue(document.path("wasSuccessful").asBoolean(), body);
      assertEquals(200, document.path("statusCode").asInt());
      return document;
    } catch (JsonProcessingException e) {
      throw new AssertionError(path + ": " + Arrays.toString(body.split("\n", 3)), e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
