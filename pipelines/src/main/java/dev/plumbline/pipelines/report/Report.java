package dev.plumbline.pipelines.report;

/** A report, of whatever: as JSON it begins with its envelope. */
public interface Report {
  /** Of which form, run, time, command and machine it is. */
  Envelope envelope();
}
