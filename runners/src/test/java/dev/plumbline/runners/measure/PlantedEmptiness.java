package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Step;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.run.WorkflowSession;
import dev.plumbline.transforms.decode.DecodeCore;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Decodes every page to no row at all, and is very fast. */
public final class PlantedEmptiness extends MeasureChild {
  @Override
  protected PipelineSpec spec(ForkPlan fork, WorkflowSession session, Path directory)
      throws IOException {
    PipelineSpec spec = session.spec(directory);
    List<Step> steps =
        spec.steps().stream()
            .map(
                step ->
                    step instanceof Step.Decode decode
                        ? (Step) new Step.Decode(new Nothing(), decode.judged())
                        : step)
            .toList();
    return new PipelineSpec(spec.name(), spec.digest(), steps);
  }

  private record Nothing() implements DecodeCore {
    @Override
    public Function<FetchedPage, PackedPage> open() {
      return page -> new PackedPage(page.request().index(), page.request().start(), 0, new byte[0]);
    }
  }
}
