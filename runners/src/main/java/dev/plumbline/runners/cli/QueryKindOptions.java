package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.UsageException;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which kinds of query are exported. */
@Command(optionListHeading = "%nKinds of query:%n")
final class QueryKindOptions {
  private static final String ASKED = "asked";

  static final List<String> DEFAULT = List.of(ASKED);

  @Option(
      names = "--query-kinds",
      paramLabel = "KIND",
      split = ",",
      description =
          "simple (attributes of the root class, no joins), complex (two OUTER joins over three"
              + " classes), asked (what --query-views say), comma separated. Default: asked, which"
              + " is the target's own query.")
  List<String> kinds = DEFAULT;

  /**
   * The kinds.
   *
   * @param asked what the command line says
   */
  List<QueryKind> kinds(MineTarget target, QueryKind asked) {
    if (new HashSet<>(kinds).size() < kinds.size()) {
      throw UsageException.of("--query-kinds", String.join(",", kinds), "each kind once");
    }
    return kinds.stream().map(kind -> kind(kind, target, asked)).toList();
  }

  private static QueryKind kind(String kind, MineTarget target, QueryKind asked) {
    QueryKind query =
        switch (kind) {
          case "simple" -> target.simple();
          case "complex" -> target.complex();
          case ASKED -> asked;
          default -> throw UsageException.of("--query-kinds", kind, "simple, complex or asked");
        };
    if (query.views().isEmpty()) {
      throw UsageException.of(
          "--query-kinds", kind, "a kind that the target '" + target.name() + "' has views for");
    }
    return query;
  }
}
