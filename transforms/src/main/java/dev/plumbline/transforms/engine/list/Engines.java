package dev.plumbline.transforms.engine.list;

import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineSettings;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.engine.beam.BeamEngine;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.engine.polars.PolarsEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every engine there is, in the order in which tables list them: the one list. */
public enum Engines {
  /** DuckDB, in this process. */
  DUCKDB {
    @Override
    public Engine with(EngineSettings settings) {
      return DuckDbEngine.of(settings);
    }
  },
  /** Polars, in a Node process. */
  POLARS {
    @Override
    public Engine with(EngineSettings settings) {
      return PolarsEngine.of(settings);
    }
  },
  /** Beam itself, on the runner that the pipeline runs on. */
  BEAM {
    @Override
    public Engine with(EngineSettings settings) {
      return BeamEngine.of(settings);
    }
  };

  /** The engine, not started yet. */
  public abstract Engine with(EngineSettings settings);

  /** Its name, on the command line and in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names, in order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Engines::label).toList();
  }

  /** The names of those that can take a table from files of either form. */
  public static List<String> ofStorage() {
    EngineSettings any = new EngineSettings(1, "1GB", ".", 1);
    return Arrays.stream(values())
        .filter(engine -> engine.with(any) instanceof StorageEngine)
        .map(Engines::label)
        .toList();
  }

  /** The engine of this name, or none if there is no such engine. */
  public static Optional<Engines> of(String label) {
    return Arrays.stream(values()).filter(engine -> engine.label().equals(label)).findFirst();
  }
}
