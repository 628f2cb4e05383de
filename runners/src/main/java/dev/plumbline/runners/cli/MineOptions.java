package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.options.QueryPaths;
import dev.plumbline.runners.options.ServiceRootOption;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which mine, and what to export from it. */
@Command(optionListHeading = "%nWhat to export:%n")
final class MineOptions {
  /** The names for the help text. */
  static final class TargetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MineTargets.all().stream().map(MineTarget::name).iterator();
    }
  }

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--benchmark-target",
      paramLabel = "NAME",
      completionCandidates = TargetNames.class,
      description =
          "A mine known by name: ${COMPLETION-CANDIDATES}. Default: local, the embedded one.")
  @Nullable String benchmarkTarget;

  @Option(
      names = "--targets-file",
      paramLabel = "FILE",
      description =
          "Mines of your own, a JSON list in the form of targets.json; one of the same name stands in"
              + " the place of ours. Default: none.")
  @Nullable String targetsFile;

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--mine-url",
      paramLabel = "URL",
      description = "Service root of any other mine; wins over the target's own address.")
  @Nullable String mineUrl;

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--query-root",
      paramLabel = "CLASS",
      description = "Class of the exported objects. Default: the target's.")
  @Nullable String queryRoot;

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--query-views",
      paramLabel = "PATH",
      split = ",",
      description =
          "Columns, as comma separated paths such as symbol,organism.name. Default: the target's.")
  List<String> queryViews = List.of();

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--query-joins",
      paramLabel = "PATH[:INNER|OUTER]",
      split = ",",
      description = "Joins, comma separated; OUTER if not said. Default: none.")
  List<String> queryJoins = List.of();

  /** The target whose query is the default; the embedded one if none was named. */
  MineTarget target() {
    return named(benchmarkTarget == null ? MineTargets.LOCAL : benchmarkTarget);
  }

  private MineTarget named(String name) {
    return MineTargets.named(name, MineTargets.with(targetsFile));
  }

  /** The name the run goes by. */
  String targetName() {
    return benchmarkTarget == null && mineUrl != null ? MineTargets.CUSTOM : target().name();
  }

  /** Where the mine is; null if it is the embedded one. */
  @Nullable ServiceRoot serviceRoot() {
    String endpoint = target().endpoint();
    if (mineUrl != null) {
      return ServiceRootOption.parse("--mine-url", mineUrl);
    }
    return endpoint == null ? null : ServiceRootOption.parse("--benchmark-target", endpoint);
  }

  /** Where to look for a mine that is not ours, in this order. */
  List<ServiceRoot> serviceRoots() {
    List<ServiceRoot> roots = new ArrayList<>();
    ServiceRoot first = serviceRoot();
    if (first != null) {
      roots.add(first);
    }
    String fallback = target().fallbackEndpoint();
    if (mineUrl == null && fallback != null) {
      roots.add(ServiceRootOption.parse("--benchmark-target", fallback));
    }
    return roots;
  }

  /** Connections that fit the mine: what a named one bears, few on loopback. */
  int fittingWorkers() {
    ServiceRoot root = serviceRoot();
    if (!targetName().equals(MineTargets.CUSTOM)) {
      return target().workers();
    }
    boolean loopback = root != null && root.isLoopback();
    return loopback ? named(MineTargets.LOCAL).workers() : MineTargets.OTHER_WORKERS;
  }

  String root() {
    return QueryPaths.root(queryRoot == null ? target().queryRoot() : queryRoot);
  }

  List<String> views() {
    if (!queryViews.isEmpty()) {
      return QueryPaths.views(root(), queryViews);
    }
    if (!root().equals(target().queryRoot())) {
      throw new UsageException(
          "--query-root "
              + root()
              + " needs --query-views: only "
              + target().queryRoot()
              + " has default columns here");
    }
    return target().queryViews();
  }

  List<String> joins() {
    return QueryPaths.joins(root(), queryJoins);
  }
}
