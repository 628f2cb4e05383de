package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.runners.study.Work;
import dev.plumbline.transforms.artifact.WriteInMemoryTable;
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
import java.util.Optional;
import java.util.function.Function;

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

  private static final String PROOF = "the pair's proof";

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
   * Writing. What was written is read again after the clock, and must be the pair's rows.
   *
   * @param held the rows' name in memory
   */
  Work writing(FileForm form, String held, Path directory) {
    Path file = directory.resolve("rows." + form.label());
    Stage stage = form == FileForm.CSV ? Stage.CSV_WRITE : Stage.PARQUET_WRITE;
    DescribedSchema schema = DescribedSchema.of(pair.schema());
    return work(
        form,
        stage,
        new WriteInMemoryTable(held, schema, form, file.toString()),
        found -> {
          Findings expected = new Findings(pair.rows(), rows(), pair.contentHash(), List.of());
          Findings read = new Findings(found.rowsRead(), found.figures(), content(file), List.of());
          return ResultComparison.ofFigures(PROOF, expected, read);
        });
  }

  private String content(Path file) {
    ReadableTable table = TableLocation.parse(file.toString()).open(Optional.of(pair.schema()));
    Reading reading = Reading.of(table, CompareSpec.of(List.of(), SampleSpec.defaults()));
    return reading.witness().digest().content().hex();
  }

  /** Loading or scanning by an engine, started. */
  Work reading(FileForm form, StorageEngine by) {
    return kind == Kind.LOAD
        ? work(
            form,
            Stage.LOAD,
            by.load(pair.schema(), form),
            held(new Findings(pair.rows(), rows(), null, List.of())))
        : work(form, Stage.scanOf(engine), by.scan(pair.schema(), form), held(pair.scanned()));
  }

  private Map<String, BigInteger> rows() {
    return Map.of("rows", BigInteger.valueOf(pair.rows()));
  }

  private static Function<Findings, ResultComparison> held(Findings expected) {
    return found -> ResultComparison.ofFigures(PROOF, expected, found);
  }

  private Work work(
      FileForm form, Stage stage, TableCore core, Function<Findings, ResultComparison> proof) {
    return new Work(
        scenario,
        engine,
        stage,
        pair.schema(),
        pair.table(form),
        pair.rows(),
        pair.contentHash(),
        core,
        proof);
  }
}
