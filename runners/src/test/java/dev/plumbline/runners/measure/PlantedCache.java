package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Step;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.process.ForkPlan;
import dev.plumbline.runners.run.WorkflowSession;
import dev.plumbline.transforms.fetch.FetchCore;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every page, so that the second run of a fork asks the mine for none. */
public final class PlantedCache extends MeasureChild {
  private static final Map<Long, FetchedPage> PAGES = new ConcurrentHashMap<>();

  @Override
  protected PipelineSpec spec(ForkPlan fork, WorkflowSession session, Path directory)
      throws IOException {
    PipelineSpec spec = session.spec(directory);
    List<Step> steps = spec.steps().stream().map(PlantedCache::cached).toList();
    return new PipelineSpec(spec.name(), spec.digest(), steps);
  }

  private static Step cached(Step step) {
    return step instanceof Step.Fetch fetch
        ? new Step.Fetch(new Cache(fetch.core()), fetch.plan())
        : step;
  }

  private record Cache(FetchCore core) implements FetchCore {
    @Override
    public int workers() {
      return core.workers();
    }

    @Override
    public Fetching open() {
      Fetching real = core.open();
      return new Fetching() {
        @Override
        public FetchedPage fetch(PageRequest request) {
          return PAGES.computeIfAbsent((long) request.index(), i -> real.fetch(request));
        }

        @Override
        public void close() {
          real.close();
        }
      };
    }
  }
}
