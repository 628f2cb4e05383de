package dev.plumbline.pipelines.engines;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.WrittenTable;

/**
 * What all engines take in: the same files.
 *
 * @param schema the source's columns
 * @param source the source's files
 * @param canonical the canonical tables made of it
 * @param contentHash of the source's rows
 */
public record EngineInput(
    TableSchema schema, WrittenTable source, WrittenTable canonical, String contentHash) {}
