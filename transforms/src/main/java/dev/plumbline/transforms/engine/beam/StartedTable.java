package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.table.TableRun;
import java.io.Serializable;

/**
 * A table whose stage has begun.
 *
 * @param run the table
 * @param peakRssBeforeBytes the peak resident memory in the phase before, of the process that began
 */
record StartedTable(TableRun run, long peakRssBeforeBytes) implements Serializable {}
