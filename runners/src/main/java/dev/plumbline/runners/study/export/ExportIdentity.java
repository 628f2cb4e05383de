package dev.plumbline.runners.study.export;

import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.KeptArtifacts;
import dev.plumbline.transforms.artifact.StreamKey;
import dev.plumbline.transforms.table.FileForm;
import java.util.Optional;

/**
 * What two exports must have in common so that one can stand for the other. How fast they were, and
 * on which runner, is no part of it.
 *
 * @param build what exported: version and commit
 * @param mine its name; of the embedded mine its seed and size, too
 * @param serviceRoot its address; empty for a mine that is served here
 * @param faults how a mine that is served here misbehaves
 * @param queryHash SHA-256 of the query, in hexadecimal
 * @param rows that were asked for
 * @param pageSize rows that were asked for at once
 * @param form of the files
 * @param kept whether rows were left for replays
 */
record ExportIdentity(
    String build,
    String mine,
    String serviceRoot,
    String faults,
    String queryHash,
    long rows,
    int pageSize,
    String form,
    boolean kept) {

  /**
   * Of an export that is wanted; none of one that only itself can stand for: whose pages lie on the
   * disk, or are to be recorded, or whose mine serves a file of the user's.
   */
  static Optional<ExportIdentity> of(WorkflowOptions options, FileForm form) {
    boolean pagesOnDisk =
        options.mine().mineKind() == MineKind.RECORDED || options.pages().recordTo() != null;
    if (pagesOnDisk || options.served().data() != null) {
      return Optional.empty();
    }
    StreamKey key = KeptArtifacts.key(options);
    return Optional.of(
        new ExportIdentity(
            EnvironmentManifest.currentBuild(),
            key.scenario(),
            options.mine().mineKind().served() ? "" : options.mine().serviceRoot(),
            options.served().faults(),
            key.queryHash(),
            key.rows(),
            options.paging().pageSize(),
            form.label(),
            options.keeping().artifacts()));
  }
}
