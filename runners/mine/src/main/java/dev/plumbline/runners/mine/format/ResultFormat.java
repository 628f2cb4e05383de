package dev.plumbline.runners.mine.format;

import java.util.List;

/** The result formats that this mine serves. */
public enum ResultFormat {
  TSV("text/tab-separated-values", "tsv"),
  CSV("text/comma-separated-values", "csv"),
  XML("application/xml", "xml"),
  TEXT("text/plain", "txt"),
  JSON("application/json", "json"),
  OBJECTS("application/json", "json"),
  ROWS("application/json", "json");

  private final String mediaType;
  private final String extension;

  ResultFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** Its media type, without the charset. */
  public String mediaType() {
    return mediaType;
  }

  /** The end of a file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** Whether it is one of the JSON family. */
  public boolean isJson() {
    return List.of(JSON, OBJECTS, ROWS).contains(this);
  }
}
