package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.PathQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real server's parser and validator against our client and the local mine. */
@Timeout(300)
@Tag("exhaustive")
final class RealServerQueriesTest {
  private static final long SEED = 20_261_125;
  private static final int RANDOM_QUERIES = 3_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path scratch;
  private static LocalMine mine;
  private static Asking asking;
  private static RealServer server;

  @BeforeAll
  static void start() throws Exception {
    Installed.folder("server");
    mine = LocalMine.start(new MineConfig(0, 42, 1_000));
    asking = new Asking(mine.serviceRoot());
    server = new RealServer(asking.get("/model").body(), scratch);
  }

  @AfterAll
  static void stop() {
    if (mine != null) {
      mine.close();
    }
  }

  @Test
  void takesWhatOurClientWrites() throws Exception {
    List<PathQuery> queries = new ArrayList<>();
    MineTargets.all().forEach(t -> queries.add(query(t.queryViews(), List.of(), "")));
    List<String> views = List.of("Gene.symbol", "Gene.chromosome.primaryIdentifier", "Gene.id");
    for (Join.Style style : Join.Style.values()) {
      List<Join> joins = List.of(new Join("Gene.chromosome", style));
      queries.add(query(views, joins, ""));
      queries.add(query(views, joins, "Gene.symbol desc Gene.id asc"));
    }
    List<JsonNode> verdicts = server.verdicts(queries.stream().map(PathQuery::xml).toList());
    for (int i = 0; i < queries.size(); i++) {
      assertFalse(verdicts.get(i).has("refused"), verdicts.get(i)::toString);
      assertEquals(JSON.valueToTree(queries.get(i).views()), verdicts.get(i).get("view"));
    }
  }

  private static PathQuery query(List<String> views, List<Join> joins, String order) {
    return new PathQuery("genomic", views, joins, order);
  }

  @Test
  void refusesWhatTheRealServerRefuses() throws Exception {
    List<Verdicts> wrong = compared(new RefusedQueries().all());
    assertEquals(List.of(), wrong.stream().filter(v -> v.server().isEmpty()).toList());
    List<String> random = randomQueries();
    wrong.addAll(compared(random));
    Set<KnownDifference> unused = EnumSet.allOf(KnownDifference.class);
    List<Verdicts> unknown = new ArrayList<>();
    for (Verdicts verdicts : wrong) {
      Optional<KnownDifference> known =
          Arrays.stream(KnownDifference.values()).filter(d -> d.covers(verdicts)).findFirst();
      known.ifPresentOrElse(unused::remove, () -> unknown.add(verdicts));
    }
    assertEquals(List.of(), unknown, "seed " + SEED);
    assertEquals(Set.of(), unused, "differences that are no more");
    assertTrue(wrong.size() < random.size() / 2, () -> wrong.size() + " differ");
  }

  private static List<String> randomQueries() {
    RandomQueries random = new RandomQueries(new Random(SEED));
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < RANDOM_QUERIES; i++) {
      queries.add(random.next());
    }
    return queries;
  }

  /** Those on which the two do not agree. */
  private static List<Verdicts> compared(List<String> queries) throws Exception {
    List<JsonNode> answers = server.verdicts(queries);
    List<Verdicts> differing = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      String query = queries.get(i);
      Verdicts verdicts = Verdicts.of(query, answers.get(i), asking.results(query, "json", 1));
      if (!verdicts.agree()) {
        differing.add(verdicts);
      }
    }
    return differing;
  }
}
