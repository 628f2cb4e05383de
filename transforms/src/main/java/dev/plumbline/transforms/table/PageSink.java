package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.page.PackedPage;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.metrics.MetricsContainer;
import org.apache.beam.sdk.metrics.MetricsEnvironment;
import org.jspecify.annotations.Nullable;

/** Writes the pages that Beam puts into one file. */
final class PageSink implements FileIO.Sink<PackedPage> {
  private static final long serialVersionUID = 1;

  private final WriteCore core;
  private final StageClock clock;
  private final String directory;
  private final StageMetrics metrics;
  private transient @Nullable TimedWriter writer;

  /** Beam closes files in threads of its own, which know of no bundle. */
  private transient @Nullable MetricsContainer bundle;

  PageSink(WriteCore core, StageClock clock, String directory) {
    this.core = core;
    this.clock = clock;
    this.directory = directory;
    this.metrics = new StageMetrics(clock.stage());
  }

  @Override
  public void open(WritableByteChannel channel) throws IOException {
    TimedWriter opened = new TimedWriter(core, clock, channel, directory);
    metrics.add(opened.opened());
    writer = opened;
    bundle = MetricsEnvironment.getCurrentContainer();
  }

  @Override
  public void write(PackedPage page) throws IOException {
    metrics.add(Objects.requireNonNull(writer).write(page));
  }

  @Override
  public void flush() throws IOException {
    StageInterval cost = Objects.requireNonNull(writer).finish();
    MetricsContainer before = MetricsEnvironment.setCurrentContainer(bundle);
    try {
      metrics.add(cost);
    } finally {
      MetricsEnvironment.setCurrentContainer(before);
    }
  }
}
