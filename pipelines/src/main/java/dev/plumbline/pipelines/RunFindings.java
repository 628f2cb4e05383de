package dev.plumbline.pipelines;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.transforms.table.TableRun;
import java.util.Optional;

/**
 * What a run of a pipeline brought out.
 *
 * @param tables the written table and what the stages on it found
 * @param decoded the judge's digest of the decoded rows; absent without its side output
 */
public record RunFindings(TableRun tables, Optional<TableDigest> decoded) {}
