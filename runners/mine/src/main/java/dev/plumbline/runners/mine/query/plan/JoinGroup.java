package dev.plumbline.runners.mine.query.plan;

import java.util.List;

/**
 * Collections that are joined with each other, and those that hang on them by OUTER joins.
 *
 * @param steps taken one within the other
 * @param branches each filled by rows of its own, one branch after the other
 */
public record JoinGroup(List<JoinStep> steps, List<JoinGroup> branches) {

  /** Copies the lists. */
  public JoinGroup {
    steps = List.copyOf(steps);
    branches = List.copyOf(branches);
  }

  /** Its steps alone. */
  public JoinGroup withoutBranches() {
    return new JoinGroup(steps, List.of());
  }

  /** Its branches, below nothing. */
  public JoinGroup branchesAlone() {
    return new JoinGroup(List.of(), branches);
  }
}
