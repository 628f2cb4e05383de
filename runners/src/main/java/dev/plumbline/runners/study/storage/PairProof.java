package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.ReadPair;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.pipelines.report.ShownNames;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.EngineUnavailable;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.Findings;
import java.util.List;

/**
 * What the judge says of a pair: its CSV held to its Parquet in full.
 *
 * @param pair the pair
 * @param comparison of the two
 */
record PairProof(StoragePair pair, ResultComparison comparison) {

  static PairProof of(String name, PairFiles files, WorkflowOptions options)
      throws EngineUnavailable {
    ReadableTable right = files.right();
    CompareSpec spec =
        CompareSpec.of(
            List.of(right.schema().column(0).name()), options.proof().paritySample().spec());
    ReadPair read = ReadPair.of(files::left, () -> right, spec);
    Reading parquet = read.right();
    Comparison comparison = new TableComparator(spec).compare(read);
    Engine duckDb =
        Engines.DUCKDB.with(
            options.engine().settings(Engines.DUCKDB, options.running().parallelism()));
    duckDb.start();
    Findings scanned = duckDb.scan(right.schema()).run(files.parquet());
    StoragePair pair =
        new StoragePair(
            name,
            right.schema(),
            files.csv(),
            files.parquet(),
            files.rows(),
            parquet.witness().digest().content().hex(),
            scanned,
            files.remarks());
    ShownNames shown = new ShownNames(options.showsRows(), right.schema().names());
    return new PairProof(pair, ResultComparison.ofRelation("csv", comparison, shown));
  }
}
