package dev.plumbline.runners.options;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.workflow.Workflow;
import java.util.List;

/**
 * Everything an {@code elt} or {@code etl} run was asked for, with every default filled in. It is
 * made once, from the command line, and is what the forked JVM reads and the report stores; there
 * all names stand side by side, whatever record they are in (by no prefix of the annotation, which
 * Jackson would give to records within these, too).
 *
 * @param pipeline name of the command: {@code elt} or {@code etl}, or that of a study
 * @param mine the mine that is exported from
 * @param query what is asked of it
 * @param paging how rows are asked for
 * @param running what carries the pipeline, and where
 * @param served what a mine that we serve holds
 * @param engine which engine does the transform, and what engines may use
 * @param proof how the run is proven
 * @param output where results go
 * @param pages the mine's answers on disk: recorded, replayed or neither
 * @param keeping what the run leaves for later replays
 * @param command the command line, redacted
 */
public record WorkflowOptions(
    @BesideTheRows String pipeline,
    @JsonUnwrapped MineChoice mine,
    @JsonUnwrapped QueryChoice query,
    @JsonUnwrapped Paging paging,
    @BesideTheRows @JsonUnwrapped Running running,
    @JsonUnwrapped ServedData served,
    @BesideTheRows EngineChoice engine,
    @BesideTheRows @JsonUnwrapped Proving proof,
    @BesideTheRows @JsonUnwrapped Output output,
    PagesOnDisk pages,
    Keeping keeping,
    @BesideTheRows List<String> command)
    implements Showable {
  /** Copies the list. */
  public WorkflowOptions {
    command = List.copyOf(command);
  }

  @Override
  public JsonNode shown() {
    return ShownOptions.of(this);
  }

  /** Whether values of the mine's rows may be shown: those of foreign mines only if asked for. */
  public boolean showsRows() {
    return mine.mineKind() != MineKind.FOREIGN || proof.showValues();
  }

  /** The workflow; others than {@code elt} and {@code etl} export and are none. */
  public Workflow workflow() {
    return Workflow.of(pipeline)
        .orElseThrow(() -> new IllegalStateException(pipeline + " is no workflow"));
  }

  /** What decides which classes the run loads. */
  public String distinction() {
    return String.join("-", pipeline, running.runner().label(), engine.name());
  }

  /** The same run against the service root that turned out to serve it. */
  public WorkflowOptions withServiceRoot(String url) {
    return with(mine.at(url), query, paging, keeping);
  }

  /** The same run at another size. */
  public WorkflowOptions withRowsTarget(long rows) {
    return with(mine, query, paging.of(rows), keeping);
  }

  /** The same run with so many connections to the mine. */
  public WorkflowOptions withWorkers(int connections) {
    return with(mine, query, paging.by(connections), keeping);
  }

  /** The same run, which leaves nothing for later replays. */
  public WorkflowOptions keepingNothing() {
    return with(mine, query, paging, Keeping.nothing());
  }

  /** The same run of another query. */
  public WorkflowOptions withQuery(QueryKind kind) {
    QueryChoice other = new QueryChoice(kind.root(), kind.views(), kind.joins());
    return with(mine, other, paging, keeping);
  }

  private WorkflowOptions with(MineChoice from, QueryChoice what, Paging how, Keeping kept) {
    return new WorkflowOptions(
        pipeline, from, what, how, running, served, engine, proof, output, pages, kept, command);
  }
}
