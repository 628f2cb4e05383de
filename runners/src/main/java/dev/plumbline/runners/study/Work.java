package dev.plumbline.runners.study;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.function.Function;

/**
 * One work, and how its result is proven.
 *
 * @param scenario what its cell is called
 * @param engine the engine that does it
 * @param stage the stage that it is
 * @param schema the source's columns
 * @param table the files that it takes in
 * @param rows of the source
 * @param contentHash of the source's rows
 * @param core the work
 * @param proof holds its result to what must come out
 */
public record Work(
    String scenario,
    String engine,
    Stage stage,
    TableSchema schema,
    WrittenTable table,
    long rows,
    String contentHash,
    TableCore core,
    Function<Findings, ResultComparison> proof) {}
