package dev.plumbline.pipelines;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.transforms.table.TableRun;
import java.util.Optional;

/**
 * What a run of a pipeline brought out.
 *
 * @param tables the written table and what the stages on it found
 * @param verdict what the judge found on the way; absent without its side outputs
 */
public record RunFindings(TableRun tables, Optional<ParityVerdict> verdict) {
  /** The judge's digest of the decoded rows; absent without its side output. */
  public Optional<TableDigest> decoded() {
    return verdict.map(ParityVerdict::decoded);
  }
}
