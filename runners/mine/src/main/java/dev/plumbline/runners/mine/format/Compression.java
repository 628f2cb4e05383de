package dev.plumbline.runners.mine.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** How a body is compressed on request; the result is a file, not an encoding of HTTP. */
public enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZIP(".zip");

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** What it adds to a file's name. */
  public String extension() {
    return extension;
  }

  /** The one that the parameter {@code compress} asks for; anything unknown is none. */
  public static Compression of(String parameter) {
    return switch (parameter.toLowerCase(Locale.ROOT)) {
      case "gzip" -> GZIP;
      case "zip" -> ZIP;
      default -> NONE;
    };
  }

  OutputStream over(OutputStream out, String entryName) throws IOException {
    return switch (this) {
      case NONE -> out;
      case GZIP -> new GZIPOutputStream(out);
      case ZIP -> {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(entryName));
        yield zip;
      }
    };
  }
}
