package dev.plumbline.runners.microbench.engines;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.transforms.table.Findings;
import java.io.IOException;
import java.sql.SQLException;

/** An engine's works in a program that does nothing else. */
interface Bare extends AutoCloseable {
  /** Does a work; a relation goes into a folder that does not hold it yet. */
  Findings run(EngineWork work) throws Exception;

  @Override
  default void close() throws IOException, SQLException {}
}
