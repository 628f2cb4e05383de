package dev.plumbline.parity.read;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;

/**
 * parquet-java without Hadoop's defaults. Left to itself it reads these, 160 KB of XML, for each
 * file whose options nobody gives, and once for the codec of each file that is read or written.
 */
public final class PlainParquet {
  private PlainParquet() {}

  /** How a file is opened. */
  public static ParquetReadOptions reading() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(codecs())
        .build();
  }

  /** The codecs, of one reader or writer, which releases them. */
  public static CompressionCodecFactory codecs() {
    return new CodecFactory(new Configuration(false), ParquetProperties.DEFAULT_PAGE_SIZE);
  }
}
