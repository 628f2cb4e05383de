package dev.plumbline.runners.measure;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.runners.measure.raw.BlockRecord;
import dev.plumbline.runners.measure.raw.EndRecord;
import dev.plumbline.runners.measure.raw.ForkRecord;
import dev.plumbline.runners.measure.raw.RawData;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.CellGist;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a measurement ended, as an exit code. Which arm is faster is no part of it.
 *
 * @param exit the code
 * @param errorType kind of the error; null if there was none
 * @param message the error in one line, or a notice; null if there is nothing to say
 */
record MeasurementExit(ExitCode exit, @Nullable String errorType, @Nullable String message) {

  static MeasurementExit of(RawData raw) {
    EndRecord end = raw.end();
    if (end == null || raw.forks().isEmpty()) {
      return new MeasurementExit(ExitCode.FAILED, "cut_off", "it did not come to its end");
    }
    Optional<ForkRecord> against = against(raw);
    if (against.isEmpty() && raw.blocks().stream().noneMatch(b -> b.block() > 0 && b.accepted())) {
      return new MeasurementExit(ExitCode.SKIPPED, "no_block", end.reason());
    }
    if (against.isEmpty()) {
      boolean complete = end.reason().equals(EndRecord.COMPLETE);
      return new MeasurementExit(ExitCode.DONE, null, complete ? null : end.reason());
    }
    ForkRecord last = against.get();
    String message =
        "arm '%s' is %s: %s".formatted(last.arm(), last.status().label(), last.reason());
    if (parityDiffers(last)) {
      return new MeasurementExit(ExitCode.PARITY_FAILURE, "ParityMismatch", message);
    }
    return last.status() == CellStatus.FAILED
        ? new MeasurementExit(ExitCode.FAILED, "ForkFailed", message)
        : new MeasurementExit(ExitCode.INVALID, "InvalidRun", message);
  }

  /** The same, but that a difference is no error of the measurement. */
  MeasurementExit withDifferencesAllowed() {
    return exit == ExitCode.PARITY_FAILURE
        ? new MeasurementExit(ExitCode.DONE, null, message)
        : this;
  }

  /** The same in three words for scripts: of the fork that ended it, or of all that are valid. */
  static CellGist gist(RawData raw) {
    Optional<ForkRecord> against = against(raw);
    if (against.isPresent()) {
      ForkRecord fork = against.get();
      String parity = parityDiffers(fork) ? "different" : parity(raw);
      return new CellGist(fork.status().label(), fork.reason(), parity);
    }
    boolean any = raw.forks().stream().anyMatch(fork -> fork.status() == CellStatus.VALID);
    return new CellGist(any ? CellStatus.VALID.label() : null, null, parity(raw));
  }

  /** The weakest that any iteration has. */
  private static @Nullable String parity(RawData raw) {
    Set<String> said =
        raw.forks().stream()
            .flatMap(fork -> fork.iterations().stream())
            .flatMap(iteration -> iteration.cell().shownEvidence().stream())
            .map(Evidence::parity)
            .collect(Collectors.toSet());
    return Stream.of("different", "not_validated", "exact")
        .filter(said::contains)
        .findFirst()
        .orElse(null);
  }

  /** The last fork without a valid time that was not run again. */
  private static Optional<ForkRecord> against(RawData raw) {
    return raw.forks().stream()
        .filter(fork -> fork.status() != CellStatus.VALID)
        .filter(fork -> fork.block() > 0 || !fork.tookAgain())
        .filter(fork -> raw.blocks().stream().noneMatch(block -> rejects(block, fork)))
        .reduce((earlier, later) -> later);
  }

  private static boolean rejects(BlockRecord block, ForkRecord fork) {
    return !block.accepted() && block.block() == fork.block() && block.attempt() == fork.attempt();
  }

  private static boolean parityDiffers(ForkRecord fork) {
    return fork.iterations().stream()
        .flatMap(iteration -> iteration.cell().shownEvidence().stream())
        .map(Evidence::parity)
        .anyMatch("different"::equals);
  }
}
