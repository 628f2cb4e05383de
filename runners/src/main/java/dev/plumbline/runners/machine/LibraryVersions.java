package dev.plumbline.runners.machine;

import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of the libraries that a result depends on, read off the names of their jars. */
public final class LibraryVersions {
  /** A class of each library. */
  private static final Map<String, String> WITNESSES =
      Map.of(
          "beam", "org.apache.beam.sdk.Pipeline",
          "flink", "org.apache.flink.configuration.Configuration",
          "duckdb", "org.duckdb.DuckDBDriver",
          "parquet", "org.apache.parquet.hadoop.ParquetWriter",
          "okhttp", "okhttp3.OkHttpClient",
          "jackson", "com.fasterxml.jackson.core.JsonFactory");

  private static final Pattern JAR = Pattern.compile(".*-(\\d[^/]*)\\.jar");

  private LibraryVersions() {}

  /** Library to version, sorted by name; a library that is not there is left out. */
  public static SortedMap<String, String> present() {
    SortedMap<String, String> versions = new TreeMap<>();
    WITNESSES.forEach((name, witness) -> of(witness).ifPresent(v -> versions.put(name, v)));
    return versions;
  }

  /** The version of the jar that holds the class; empty if there is no such class or version. */
  public static Optional<String> of(String className) {
    try {
      ClassLoader loader = LibraryVersions.class.getClassLoader();
      CodeSource source =
          Class.forName(className, false, loader).getProtectionDomain().getCodeSource();
      Matcher jar = JAR.matcher(source == null ? "" : source.getLocation().getPath());
      return jar.matches() ? Optional.of(jar.group(1)) : Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
