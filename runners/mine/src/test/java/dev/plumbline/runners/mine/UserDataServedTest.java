package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.mine.userdata.UserDataRefused;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserDataServedTest {

  private static final String NASTY =
      NastyFile.COLUMNS.stream().map(c -> "Nasty." + c).collect(Collectors.joining(" "));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void servesEveryCellAsItStandsInTheFile(NastyFile kind) {
    UserData file = UserData.of(kind.write(folder));
    try (LocalMine mine = LocalMine.start(MineConfig.defaults().withUserData(file))) {
      MineClient client = new MineClient(mine.serviceRoot());
      List<List<Object>> served = new ArrayList<>();
      for (int start = 0; start < NastyFile.ROWS.size(); start += 3) {
        client.rows(query(NASTY), start, 3).lines().map(JsonRow::parse).forEach(served::add);
      }
      List<List<Object>> expected = NastyFile.ROWS.stream().map(JsonRow::comparable).toList();
      assertEquals(expected, served);
      assertEquals(expected.size() + "\n", client.count(query(NASTY)).body());
      assertModel(client.get("/model").body());
    }
  }

  private static void assertModel(String model) {
    List<String> types = List.of("lang.String", "lang.Integer", "lang.Long", "lang.Double");
    for (int i = 0; i < types.size(); i++) {
      assertAttribute(model, NastyFile.COLUMNS.get(i), "java." + types.get(i));
    }
    assertAttribute(model, "flag", "java.lang.Boolean");
    assertAttribute(model, "day", "java.util.Date");
    assertTrue(model.contains("<class name=\"Nasty\" is-interface=\"true\">"), model);
  }

  private static void assertAttribute(String model, String name, String type) {
    String attribute = "<attribute name=\"%s\" type=\"%s\"/>".formatted(name, type);
    assertTrue(model.contains(attribute), attribute + " in " + model);
  }

  @ParameterizedTest
  @EnumSource
  void holdsTheSameTruthWithoutAServer(NastyFile kind) {
    MineData truth = MineData.of(UserData.of(kind.write(folder)));
    assertEquals(NastyFile.ROWS, MineDataTest.rows(truth, query(NASTY)));
  }

  @Test
  void sortsAndFiltersTheFilesRows() throws IOException {
    MineData truth = MineData.of(file("t.csv", "n,x\n3,c\n,b\n1,a\n2,\n"));
    assertEquals(
        "[[1], [2], [3], [null]]",
        MineDataTest.rows(truth, query("T.n", "sortOrder=\"T.n asc\"")).toString());
    String above = "<constraint path=\"T.n\" op=\"&gt;\" value=\"1\"/>";
    assertEquals(
        "[[3, 1], [2, 4]]",
        MineDataTest.rows(truth, MineClient.query("T.n T.id", "", above)).toString());
  }

  @Test
  void takesZerosOfBothSignsForEqual() throws IOException {
    for (String type : List.of("Float", "Double")) {
      MineData truth = MineData.of(file("t.csv", "x\n-0.0\n0.0\n").withTypes(List.of("x=" + type)));
      String equal = "<constraint path=\"T.x\" op=\"=\" value=\"0\"/>";
      String oneOf = "<constraint path=\"T.x\" op=\"ONE OF\"><value>0</value></constraint>";
      assertEquals(2, truth.select(MineClient.query("T.x", "", equal)).count(), type);
      assertEquals(2, truth.select(MineClient.query("T.x", "", oneOf)).count(), type);
    }
  }

  @Test
  void numbersRowsFromOneInTheFilesOrder() throws IOException {
    MineData truth = MineData.of(file("t.csv", "n\n9\n8\n7\n"));
    assertEquals(
        "[[1, 9], [2, 8], [3, 7]]", MineDataTest.rows(truth, query("T.id T.n")).toString());
    String keyset = "<constraint path=\"T.id\" op=\"&gt;\" value=\"1\"/>";
    assertEquals(
        "[[2], [3]]", MineDataTest.rows(truth, MineClient.query("T.id", "", keyset)).toString());
  }

  @Test
  void servesAFileWithoutRows() throws IOException {
    UserData headerOnly = file("empty_file.csv", "a,b\n");
    try (LocalMine mine = LocalMine.start(MineConfig.defaults().withUserData(headerOnly))) {
      MineClient client = new MineClient(mine.serviceRoot());
      String query = query("EmptyFile.a EmptyFile.b", "sortOrder=\"EmptyFile.b desc\"");
      assertEquals("0\n", client.count(query).body());
      HttpResponse<String> page = client.page(query, "0", "10");
      assertTrue(page.body().contains("\"results\":[\n],\"executionTime\""), page.body());
    }
    UserData noLines = file("none.jsonl", "").withTypes(List.of("a=Long"));
    assertEquals(0, MineData.of(noLines).select(query("None.a")).count());
  }

  @Test
  void servesAnExportOfReferencedAttributesAgain() throws IOException {
    UserData export =
        file(
            "rows.csv",
            """
            Gene.symbol,Gene.organism.name,Gene.chromosome.organism.taxonId,Gene.id
            a,Zea mays,1,77
            b,,,78
            """);
    try (LocalMine mine = LocalMine.start(MineConfig.defaults().withUserData(export))) {
      MineClient client = new MineClient(mine.serviceRoot());
      String view =
          "Gene.symbol Gene.organism.name Gene.chromosome.organism.taxonId Gene.identifier";
      assertEquals(
          "[\"a\",\"Zea mays\",1,77],\n[\"b\",null,null,78]\n", client.rows(query(view), 0, 9));
      String ids = "Gene.id Gene.organism.id Gene.chromosome.id Gene.chromosome.organism.id";
      List<Object> all =
          client.rows(query(ids), 0, 9).lines().flatMap(l -> JsonRow.parse(l).stream()).toList();
      assertEquals(8, all.stream().distinct().count(), "ids are unique: " + all);
    }
  }

  @Test
  void makesAClosedModel() throws IOException {
    UserData export = file("rows.csv", "organism.name,chromosome.organism.taxonId\na,1\n");
    MineModel model = Holdings.of(export).model();
    assertEquals(
        "[Rows, Organism, Chromosome, ChromosomeOrganism]", model.classes().keySet().toString());
    model.classes().values().stream()
        .flatMap(type -> type.fields().values().stream())
        .filter(field -> field instanceof ModelField.Reference)
        .map(field -> ((ModelField.Reference) field).type())
        .forEach(type -> assertTrue(model.classes().containsKey(type), type));
  }

  @Test
  void servesAFolderOfPartsInTheOrderOfTheirNames() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("gene-parts"));
    Path one = Files.createDirectory(folder.resolve("one"));
    Files.move(NastyFile.PARQUET.write(one), parts.resolve("part-2.parquet"));
    Files.move(NastyFile.PARQUET.write(one), parts.resolve("part-1.parquet"));
    Files.writeString(parts.resolve("_SUCCESS"), "");
    MineData truth = MineData.of(UserData.of(parts));
    List<List<Object>> twice = new ArrayList<>(NastyFile.ROWS);
    twice.addAll(NastyFile.ROWS);
    assertEquals(twice, MineDataTest.rows(truth, query(NASTY.replace("Nasty.", "GeneParts."))));
  }

  @Test
  void servesMoreRowsThanABlockOfTextsHolds() throws IOException {
    int rows = 70_001;
    String text =
        IntStream.range(0, rows)
            .mapToObj(i -> i % 7 == 0 ? "" : "\u00e9" + i)
            .collect(Collectors.joining("\n", "t\n", "\n"));
    MineData truth = MineData.of(file("many.csv", text));
    List<List<Object>> served = MineDataTest.rows(truth, query("Many.t"));
    assertEquals(rows, served.size());
    for (int i = 0; i < rows; i++) {
      assertEquals(i % 7 == 0 ? null : "\u00e9" + i, served.get(i).get(0), "row " + i);
    }
  }

  @Test
  void takesTheClassThatItIsGiven() throws IOException {
    UserData named = file("t.csv", "Gene.n\n1\n").withClassName("Protein");
    assertEquals(1, MineData.of(named).select(query("Protein.n")).count());
  }

  @Test
  void refusesToStartOnAFileThatIsNotThere() {
    UserData missing = UserData.of(folder.resolve("nix.csv"));
    MineConfig config = MineConfig.defaults().withUserData(missing);
    UserDataRefused e = assertThrows(UserDataRefused.class, () -> LocalMine.start(config));
    assertEquals("Cannot serve " + missing.file() + ": there is no such file", e.getMessage());
  }

  @Test
  void servesGeneratedDataUnlessAFileIsGiven() {
    assertFalse(new MineConfig(0, 1, 1).userData().isPresent());
    assertEquals(1, MineData.of(1, 1).select(query("Gene.id")).count());
  }

  private UserData file(String name, String text) throws IOException {
    return UserData.of(Files.writeString(folder.resolve(name), text));
  }

  private static String query(String view) {
    return MineClient.query(view);
  }

  private static String query(String view, String attributes) {
    return MineClient.query(view, attributes, "");
  }
}
