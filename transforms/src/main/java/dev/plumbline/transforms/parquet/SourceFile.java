package dev.plumbline.transforms.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A file to be read, which parquet-java calls by its path when it complains.
 *
 * @param path where it is
 */
record SourceFile(Path path) implements InputFile {
  @Override
  public long getLength() throws IOException {
    return Files.size(path);
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return new LocalInputFile(path).newStream();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
