package dev.plumbline.transforms.table;

import java.util.Locale;

/** The forms of file that an engine can read a table from. */
public enum FileForm {
  /** CSV in the dialect of {@link dev.plumbline.transforms.csv.CsvSpec}. */
  CSV,
  /** Parquet. */
  PARQUET;

  /** The form's name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
