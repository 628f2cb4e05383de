package dev.plumbline.runners.storage;

import dev.plumbline.pipelines.Stage;
import dev.plumbline.runners.work.ResultComparison;
import dev.plumbline.runners.work.Work;
import dev.plumbline.transforms.artifact.WriteHeld;
import dev.plumbline.transforms.engine.StorageEngine;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the forms of file are measured by: writing the rows, and loading and scanning them by each
 * engine.
 *
 * @param scenario what its cells are called: the pair's name and the work's
 * @param engine who does it
 * @param kind what it is
 * @param pair the pair
 */
record StorageWork(String scenario, String engine, Kind kind, StoragePair pair) {
  /** Who writes files. */
  static final String WRITER = "plumbline";

  /** The kinds of work. */
  enum Kind {
    WRITE,
    LOAD,
    SCAN
  }

  /** All works over the pairs, for these engines. */
  static List<StorageWork> all(List<StoragePair> pairs, List<String> engines) {
    List<StorageWork> works = new ArrayList<>();
    for (StoragePair pair : pairs) {
      works.add(new StorageWork(pair.name() + ".write", WRITER, Kind.WRITE, pair));
      for (String engine : engines) {
        String prefix = pair.name() + "." + engine;
        works.add(new StorageWork(prefix + "_load", engine, Kind.LOAD, pair));
        works.add(new StorageWork(prefix + "_scan", engine, Kind.SCAN, pair));
      }
    }
    return works;
  }

  /**
   * Writing.
   *
   * @param held the rows' name in memory
   */
  Work writing(FileForm form, String held, Path directory) {
    String file = directory.resolve("rows." + form.label()).toString();
    Stage stage = form == FileForm.CSV ? Stage.CSV_WRITE : Stage.PARQUET_WRITE;
    return work(
        form, stage, new WriteHeld(held, DescribedSchema.of(pair.schema()), form, file), rows());
  }

  /** Loading or scanning by an engine, started. */
  Work reading(FileForm form, StorageEngine by) {
    return kind == Kind.LOAD
        ? work(form, Stage.LOAD, by.load(pair.schema(), form), rows())
        : work(form, Stage.scanOf(engine), by.scan(pair.schema(), form), pair.scanned());
  }

  private Findings rows() {
    Map<String, BigInteger> rows = Map.of("rows", BigInteger.valueOf(pair.rows()));
    return new Findings(pair.rows(), rows, null, List.of());
  }

  private Work work(FileForm form, Stage stage, TableCore core, Findings expected) {
    return new Work(
        scenario,
        engine,
        stage,
        pair.schema(),
        pair.table(form),
        pair.rows(),
        pair.contentHash(),
        core,
        found -> ResultComparison.ofFigures("the pair's proof", expected, found));
  }
}
