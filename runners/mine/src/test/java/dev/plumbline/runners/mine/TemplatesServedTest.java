package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.model.HardenedXml;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TemplatesServedTest {

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
  void listsItsTemplates() throws Exception {
    Element all = HardenedXml.parse(client.get("/templates").body());
    assertEquals("template-queries", all.getTagName());
    List<String> names = new ArrayList<>();
    for (Element template : HardenedXml.children(all)) {
      names.add(template.getAttribute("name"));
      Element query = HardenedXml.children(template).get(0);
      assertEquals("query", query.getTagName());
      assertTrue(
          HardenedXml.children(query).stream()
              .anyMatch(c -> c.getAttribute("editable").equals("true")));
    }
    assertTrue(names.size() >= 3, names.toString());
    JsonNode templates =
        new ObjectMapper().readTree(client.get("/templates?format=json").body()).path("templates");
    assertEquals(names.size(), templates.size());
    for (String name : names) {
      assertEquals(name, templates.path(name).path("name").asText());
      assertTrue(templates.path(name).path("where").size() >= 1, name);
    }
    assertEquals(
        "application/json;charset=UTF-8",
        client
            .get("/templates", "Accept", "application/json")
            .headers()
            .firstValue("Content-Type")
            .orElseThrow());
  }

  @Test
  void runsATemplateWithItsOptionalConstraintAndWithoutIt() {
    String required =
        "name=Organism_long_genes&size=1000&format=tab"
            + "&constraint1=Gene.organism.taxonId&op1=eq&value1=3702&code1=A";
    List<String> all = rows(required);
    List<String> some = rows(required + "&constraint2=Gene.length&op2=%3E%3D&value2=2000&code2=B");
    assertTrue(all.stream().allMatch(row -> row.endsWith("\t3702")), all.toString());
    assertEquals(
        all.stream().filter(row -> length(row) >= 2_000).toList(), some, "long ones of all");
    assertTrue(some.size() < all.size() && !some.isEmpty());
    String count = client.post("/template/results", required + "&count=true").body();
    assertEquals(
        "\"" + all.size() + "\"\n",
        client.post("/template/results", required.replace("=tab", "=csv") + "&count=true").body());
    assertEquals(all.size() + "\n", count);
  }

  private static List<String> rows(String form) {
    return client.post("/template/results", form).body().lines().toList();
  }

  private static int length(String row) {
    String cell = row.split("\t", -1)[1];
    return cell.equals("\"\"") ? -1 : Integer.parseInt(cell);
  }

  @Test
  void takesWildcardsAndSeveralValuesInTemplates() {
    String base = "name=Gene_by_description&format=tab&constraint1=Gene.briefDescription";
    List<String> kinases = rows(base + "&op1=LIKE&value1=*kinase*");
    assertEquals(kinases, rows(base + "&op1=eq&value1=*kinase*"));
    assertTrue(!kinases.isEmpty());
    assertTrue(
        kinases.stream().allMatch(row -> row.toLowerCase(Locale.ROOT).contains("kinase")),
        kinases.toString());
    String byName = "name=Gene_by_identifier&format=tab&constraint1=Gene.primaryIdentifier";
    String values = "&op1=ONE+OF&value1=AT0G0000005&value1=AT0G0000007";
    assertTrue(rows(byName + values).stream().allMatch(row -> row.matches("AT0G000000[57]\t.*")));
  }

  @Test
  void refusesTemplatesThatDoNotFit() {
    assertTemplate(404, "name=Nix", "You do not have access to a template called 'Nix'");
    assertTemplate(400, "size=1", "Missing required parameter: name");
    assertTemplate(400, "name=Organism_long_genes", "Gene.organism.taxonId");
    String one = "name=Gene_by_identifier&constraint1=Gene.primaryIdentifier";
    assertTemplate(400, one + "&value1=x", "op1");
    assertTemplate(400, one + "&op1=eq", "value1");
    assertTemplate(400, one + "&op1=eq&value1=x&value1=y", "at most one value");
    assertTemplate(
        400, one + "&op1=eq&value1=x&constraint2=Gene.nix&op2=eq&value2=1", "path Gene.nix");
  }

  private static void assertTemplate(int status, String form, String words) {
    HttpResponse<String> answer = client.post("/template/results", form + "&format=json");
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
  }
}
