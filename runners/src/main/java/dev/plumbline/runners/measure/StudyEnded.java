package dev.plumbline.runners.measure;

import dev.plumbline.runners.process.ChildOutcome;

/** A study ended before anything was measured. */
public final class StudyEnded extends Exception {
  private static final long serialVersionUID = 1;

  private final transient ChildOutcome outcome;

  /** It ended like this. */
  public StudyEnded(ChildOutcome outcome) {
    super(outcome.message());
    this.outcome = outcome;
  }

  /** How. */
  public ChildOutcome outcome() {
    return outcome;
  }
}
