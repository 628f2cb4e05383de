package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.FormatChoice;
import dev.plumbline.runners.mine.format.ResultFormat;
import dev.plumbline.runners.mine.service.Endpoint.Answer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All URLs of the service below its root. */
final class Endpoints {

  private static final Set<String> GET = Set.of("GET");
  private static final Set<String> GET_AND_POST = Set.of("GET", "POST");
  private static final Set<String> CHANGES = Set.of("POST", "PUT", "DELETE");

  private static final Set<String> FORMAT_SUFFIXES =
      Set.of("xml", "json", "jsonp", "tsv", "csv", "txt");

  private static final FormatChoice ROWS =
      new FormatChoice(ResultFormat.TSV, EnumSet.allOf(ResultFormat.class));
  private static final FormatChoice JSON = choice(ResultFormat.JSON);

  private final Map<String, List<Endpoint>> byPath = new HashMap<>();

  Endpoints(QueryEndpoints queries, Documents documents, Accounts accounts) {
    add("/query/results", rows(queries::results));
    add("/template/results", rows(queries::templateResults));
    add("/path/values", json("result", GET_AND_POST, queries::pathValues));
    addDocuments(documents);
    addAccounts(accounts);
  }

  private void addDocuments(Documents documents) {
    FormatChoice texts = choice(ResultFormat.TEXT, ResultFormat.JSON);
    add("/version", new Endpoint("result", GET, texts, false, documents::version));
    add("/version/ws", new Endpoint("result", GET, texts, false, documents::version));
    add("/version/release", new Endpoint("result", GET, texts, false, documents::release));
    add("/version/intermine", new Endpoint("result", GET, texts, false, documents::intermine));
    FormatChoice models = choice(ResultFormat.XML, ResultFormat.JSON);
    add("/model", new Endpoint("model", GET, models, false, documents::model));
    FormatChoice templates = choice(ResultFormat.XML, ResultFormat.JSON, ResultFormat.TEXT);
    add("/templates", new Endpoint("templates", GET, templates, false, documents::templates));
    add("/summaryfields", json("summary_fields.json", GET, documents::summaryFields));
    add("/classkeys", json("class_keys.json", GET, documents::classKeys));
    add("/widgets", json("result", GET, documents::widgets));
  }

  private void addAccounts(Accounts accounts) {
    FormatChoice lists =
        choice(ResultFormat.JSON, ResultFormat.TEXT, ResultFormat.TSV, ResultFormat.CSV);
    add("/lists", new Endpoint("result", GET, lists, false, accounts::lists));
    Answer refusal =
        (request, form) -> {
          throw accounts.refusal(request);
        };
    add("/lists", json("result", CHANGES, refusal));
    for (String change : List.of("append", "union", "intersect", "diff", "subtract", "rename")) {
      add("/lists/" + change, json("result", GET_AND_POST, refusal));
    }
    add("/templates", json("result", CHANGES, refusal));
    add("/alltemplates", json("result", GET, refusal));
    add("/session", json("result", GET_AND_POST, accounts::session));
    add("/user/whoami", json("result", GET, accounts::whoAmI));
  }

  private static Endpoint rows(Answer answer) {
    return new Endpoint("result", GET_AND_POST, ROWS, true, answer);
  }

  private static Endpoint json(String fileName, Set<String> verbs, Answer answer) {
    return new Endpoint(fileName, verbs, JSON, false, answer);
  }

  private static FormatChoice choice(ResultFormat usual, ResultFormat... others) {
    return new FormatChoice(usual, EnumSet.of(usual, others));
  }

  private void add(String path, Endpoint endpoint) {
    byPath.merge(path, List.of(endpoint), (some, one) -> List.of(some.get(0), one.get(0)));
  }

  /**
   * Where a path leads.
   *
   * @param suffix what follows the endpoint's own path, a name of a format
   * @param endpoints one per set of verbs
   */
  record Place(List<Endpoint> endpoints, String suffix) {

    Optional<Endpoint> answering(String verb) {
      return endpoints.stream().filter(endpoint -> endpoint.verbs().contains(verb)).findFirst();
    }
  }

  /** The endpoint of a path below the service's root, if there is one. */
  Optional<Place> at(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (byPath.containsKey(trimmed)) {
      return place(trimmed, "");
    }
    int slash = Math.max(0, trimmed.lastIndexOf('/'));
    String parent = trimmed.substring(0, slash);
    String suffix = trimmed.substring(Math.min(trimmed.length(), slash + 1));
    boolean open = parent.endsWith("/results") || FORMAT_SUFFIXES.contains(suffix);
    return open ? place(parent, suffix) : Optional.empty();
  }

  private Optional<Place> place(String path, String suffix) {
    return Optional.ofNullable(byPath.get(path)).map(endpoints -> new Place(endpoints, suffix));
  }
}
