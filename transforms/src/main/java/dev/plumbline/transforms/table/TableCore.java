package dev.plumbline.transforms.table;

import java.io.Serializable;

/**
 * The work of a stage on a whole table of written files: what a pipeline holds and a runner sends
 * to one worker.
 */
@FunctionalInterface
public interface TableCore extends Serializable {
  /**
   * Does the work.
   *
   * @throws TableException if the table cannot be read, or the result cannot be computed or written
   */
  Findings run(WrittenTable table);
}
