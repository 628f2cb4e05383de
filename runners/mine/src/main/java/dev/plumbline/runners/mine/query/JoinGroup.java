package dev.plumbline.runners.mine.query;

import java.util.List;

/**
 * Collections that are joined with each other, and those that hang on them by OUTER joins.
 *
 * @param steps taken one within the other
 * @param branches each filled by rows of its own, one branch after the other
 */
record JoinGroup(List<JoinStep> steps, List<JoinGroup> branches) {

  JoinGroup {
    steps = List.copyOf(steps);
    branches = List.copyOf(branches);
  }

  JoinGroup withoutBranches() {
    return new JoinGroup(steps, List.of());
  }

  JoinGroup branchesAlone() {
    return new JoinGroup(List.of(), branches);
  }
}
