package dev.plumbline.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.engines.ReadyEngine;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.transforms.decode.DecodePages;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.WritePages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stages of both pipelines, as their graphs have them: each once, in their order. */
class StagesInOrderTest {
  private static SmallExport export;

  @TempDir Path directory;

  @BeforeAll
  static void plan() {
    export = SmallExport.of(100);
  }

  @AfterAll
  static void stopMine() {
    export.close();
  }

  @ParameterizedTest
  @EnumSource
  void elt(Engines engine) throws Exception {
    Engine ready = ReadyEngine.of(engine);
    PipelineSpec spec =
        EltPipeline.of(export.plan(), ready, directory, true, SampleSpec.defaults());

    String scan = engine.label() + "_scan";
    Nodes nodes = Nodes.of(spec);
    assertEquals(
        List.of("fetch", "decode", "parquet_write", scan, "join", "analytics"), nodes.stages);
    assertEquals(List.of("decode", "parquet_write", "join"), nodes.judged);
    assertEquals(
        EltPipeline.DEFINITION, "elt: " + String.join(", ", nodes.stages).replace(scan, "scan"));
    assertEquals(1, nodes.verdicts);
  }

  @ParameterizedTest
  @EnumSource
  void etl(Engines engine) throws Exception {
    Engine ready = ReadyEngine.of(engine);
    PipelineSpec spec =
        EtlPipeline.of(export.plan(), ready, directory, true, SampleSpec.defaults());

    Nodes nodes = Nodes.of(spec);
    assertEquals(List.of("fetch", "decode", "join", "analytics", "parquet_write"), nodes.stages);
    assertEquals(List.of("decode", "join", "parquet_write"), nodes.judged);
    assertEquals(EtlPipeline.DEFINITION, "etl: " + String.join(", ", nodes.stages));
    assertEquals(1, nodes.verdicts);
  }

  /** The outermost composites of a graph. */
  private static final class Nodes extends Pipeline.PipelineVisitor.Defaults {
    private final List<String> names = Arrays.stream(Stage.values()).map(Stage::label).toList();
    private final List<String> stages = new ArrayList<>();

    /** Stages with a tagged side output for the judge. */
    private final List<String> judged = new ArrayList<>();

    private int verdicts;

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
      if (names.contains(name)) {
        stages.add(name);
        if (node.getOutputs().containsKey(DecodePages.PARITY)
            || node.getOutputs().containsKey(BeamGraph.RELATION)
            || node.getOutputs().containsKey(WritePages.PARITY)) {
          judged.add(name);
        }
      }
      verdicts += name.equals("verdict") ? 1 : 0;
      return CompositeBehavior.ENTER_TRANSFORM;
    }
  }
}
