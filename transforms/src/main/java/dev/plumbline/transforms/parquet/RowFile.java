package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.read.PlainParquet;
import dev.plumbline.transforms.page.Row;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.util.AutoCloseables;

/** A Parquet file that rows are written into, as parquet-java has it. */
final class RowFile extends ParquetWriter.Builder<Row, RowFile> {
  private final WriteSupport<Row> support;

  private RowFile(OutputFile file, WriteSupport<Row> support) {
    super(file);
    this.support = support;
  }

  /**
   * Begins a file, without a Hadoop file system.
   *
   * @param channel where it goes; left open
   */
  static RowFile to(WritableByteChannel channel, WriteSupport<Row> support) {
    return new RowFile(new ChannelOutputFile(channel), support)
        .withConf(new PlainParquetConfiguration())
        .withCodecFactory(PlainParquet.codecs());
  }

  /** Completes a file. */
  static void close(ParquetWriter<Row> file) throws IOException {
    try {
      file.close();
    } catch (AutoCloseables.ParquetCloseResourceException e) {
      // parquet-java hides what went wrong with the disk in an unchecked exception
      throw e.getCause() instanceof IOException io ? io : new IOException(e);
    }
  }

  @Override
  protected RowFile self() {
    return this;
  }

  @Override
  @SuppressWarnings("deprecation") // abstract in the superclass, so it must be here
  protected WriteSupport<Row> getWriteSupport(Configuration conf) {
    return support;
  }

  @Override
  protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
    return support;
  }
}
