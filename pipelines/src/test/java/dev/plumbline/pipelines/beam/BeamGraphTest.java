package dev.plumbline.pipelines.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.Step;
import dev.plumbline.transforms.decode.DecodePages;
import dev.plumbline.transforms.fetch.FetchCore;
import dev.plumbline.transforms.page.PagePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.values.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeamGraphTest {
  private static final TableSchema SCHEMA =
      new TableSchema(List.of(new Column("id", ColumnType.INT64)));

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hasOneCompositeForEachStageInOrder(boolean judged) {
    Nodes nodes = Nodes.of(spec(judged));

    List<String> stages = spec(judged).stages().stream().map(Stage::label).toList();
    assertEquals(stages, nodes.topLevel.stream().filter(stages::contains).toList());
  }

  @Test
  void takesTheJudgesDigestFromTheTaggedSideOutputOfDecode() {
    Nodes nodes = Nodes.of(spec(true));

    assertEquals(1, nodes.digests.size());
    PValue digested = nodes.digests.get(0).getInputs().values().iterator().next();
    Collection<PValue> tagged =
        nodes.decode.stream()
            .filter(node -> node.getOutputs().containsKey(DecodePages.PARITY))
            .map(node -> (PValue) node.getOutputs().get(DecodePages.PARITY))
            .toList();
    assertTrue(tagged.contains(digested), () -> digested + " is none of " + tagged);
  }

  @Test
  void hasNoDigestWithoutTheSideOutput() {
    assertEquals(0, Nodes.of(spec(false)).digests.size());
  }

  private static PipelineSpec spec(boolean judged) {
    FetchCore fetch = new NoFetch();
    return new PipelineSpec(
        "test",
        DigestSpec.of(SCHEMA),
        List.of(
            new Step.Fetch(fetch, new PagePlan(10, 5)),
            new Step.Decode(() -> page -> null, judged),
            new Step.Write(Stage.PARQUET_WRITE, Stage.DECODE, channel -> null, "nowhere"),
            new Step.OnTable(Stage.DUCKDB_SCAN, Stage.PARQUET_WRITE, table -> null),
            new Step.OnTable(Stage.JOIN, Stage.DUCKDB_SCAN, table -> null)));
  }

  private static final class NoFetch implements FetchCore {
    private static final long serialVersionUID = 1;

    @Override
    public int workers() {
      return 2;
    }

    @Override
    public Fetching open() {
      throw new IllegalStateException("this pipeline is built, not run");
    }
  }

  /** The nodes of a graph that these tests look at. */
  private static final class Nodes extends Pipeline.PipelineVisitor.Defaults {
    private final List<String> topLevel = new ArrayList<>();
    private final List<TransformHierarchy.Node> digests = new ArrayList<>();
    private final List<TransformHierarchy.Node> decode = new ArrayList<>();

    static Nodes of(PipelineSpec spec) {
      Pipeline pipeline = Pipeline.create();
      BeamGraph.build(
          spec, pipeline, "run", new BeamGraph.Shape(2, 2), new OutcomeFiles("nowhere"));
      Nodes nodes = new Nodes();
      pipeline.traverseTopologically(nodes);
      return nodes;
    }

    @Override
    public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
      String name = node.getFullName();
      if (!name.isEmpty() && !name.contains("/")) {
        topLevel.add(name);
      }
      if (name.equals("decode")) {
        decode.add(node);
      }
      if (name.equals("decode_parity")) {
        digests.add(node);
      }
      return CompositeBehavior.ENTER_TRANSFORM;
    }
  }
}
