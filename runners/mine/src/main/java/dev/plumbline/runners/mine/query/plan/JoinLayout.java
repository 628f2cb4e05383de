package dev.plumbline.runners.mine.query.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * Gives the joined classes of a query their places in a result row.
 *
 * <p>The root has slot 0; each collection has a slot of its own, and so has a reference whose OUTER
 * join brings collections with it. What a reference leads to is computed from the slot before it.
 */
final class JoinLayout {

  private final Map<JoinNode, Place> places = new HashMap<>();
  private final SlotTests tests = new SlotTests();
  private final List<JoinNode> slots = new ArrayList<>();
  private final JoinGroup group;

  JoinLayout(JoinNode root) {
    slots.add(root);
    places.put(root, Place.at(0));
    Draft draft = new Draft();
    placeChildren(root, draft);
    group = draft.group();
  }

  Place place(JoinNode node) {
    return Optional.ofNullable(places.get(node)).orElseThrow();
  }

  /** The joins around the root. */
  JoinGroup group() {
    return group;
  }

  /** What a row must satisfy to be joined at all; more can be added. */
  SlotTests tests() {
    return tests;
  }

  /** Which class each slot holds the rows of. */
  List<JoinNode> slots() {
    return List.copyOf(slots);
  }

  private void placeChildren(JoinNode node, Draft draft) {
    node.children().forEach(child -> place(child, draft));
  }

  private void place(JoinNode node, Draft draft) {
    if (!node.outerJoin()) {
      placeInner(node, draft);
    } else if (bringsCollection(node)) {
      draft.branches.add(branch(node));
    } else {
      placeOptional(node, draft);
    }
  }

  private static boolean bringsCollection(JoinNode node) {
    return node.target().isCollection()
        || node.children().stream()
            .anyMatch(child -> !child.outerJoin() && bringsCollection(child));
  }

  private void placeInner(JoinNode node, Draft draft) {
    if (node.target().isCollection()) {
      addStep(node, draft);
    } else {
      placeReference(node);
    }
    placeChildren(node, draft);
  }

  private void placeReference(JoinNode node) {
    Place before = before(node);
    LongUnaryOperator row = node.target().row(before.row());
    places.put(node, new Place(before.slot(), row));
    if (!node.target().total()) {
      int slot = before.slot();
      tests.add(slot, tuple -> row.applyAsLong(tuple[slot]) >= 0);
    }
  }

  private JoinGroup branch(JoinNode node) {
    Draft draft = new Draft();
    addStep(node, draft);
    placeChildren(node, draft);
    return draft.group();
  }

  private void addStep(JoinNode node, Draft draft) {
    int slot = slots.size();
    slots.add(node);
    places.put(node, Place.at(slot));
    JoinTarget target = node.target();
    draft.steps.add(new JoinStep(slot, before(node), target.members(), target.narrowing()));
  }

  /** References alone: all of the OUTER group is there, or nothing of it, in the same row. */
  private void placeOptional(JoinNode top, Draft draft) {
    Map<JoinNode, LongUnaryOperator> rows = new LinkedHashMap<>();
    Place before = before(top);
    collect(top, before.row(), rows);
    List<LongUnaryOperator> needed = new ArrayList<>();
    rows.forEach((node, row) -> needed.addAll(node.target().total() ? List.of() : List.of(row)));
    boolean inTurn = rows.keySet().stream().allMatch(n -> n.equals(top) || n.target().total());
    rows.forEach(
        (node, row) -> {
          LongUnaryOperator whole = inTurn ? row : ifAll(needed, row);
          places.put(node, new Place(before.slot(), whole));
        });
    placeOuterAround(top, draft);
  }

  private void placeOuterAround(JoinNode node, Draft draft) {
    for (JoinNode child : node.children()) {
      if (child.outerJoin()) {
        place(child, draft);
      } else {
        placeOuterAround(child, draft);
      }
    }
  }

  private static void collect(
      JoinNode node, LongUnaryOperator before, Map<JoinNode, LongUnaryOperator> rows) {
    LongUnaryOperator row = node.target().row(before);
    rows.put(node, row);
    node.children().stream()
        .filter(child -> !child.outerJoin())
        .forEach(child -> collect(child, row, rows));
  }

  private static LongUnaryOperator ifAll(List<LongUnaryOperator> needed, LongUnaryOperator row) {
    LongUnaryOperator[] all = needed.toArray(LongUnaryOperator[]::new);
    return from -> {
      for (LongUnaryOperator one : all) {
        if (one.applyAsLong(from) < 0) {
          return -1;
        }
      }
      return row.applyAsLong(from);
    };
  }

  private Place before(JoinNode node) {
    return place(node.parent().orElseThrow());
  }

  private static final class Draft {
    private final List<JoinStep> steps = new ArrayList<>();
    private final List<JoinGroup> branches = new ArrayList<>();

    JoinGroup group() {
      return new JoinGroup(steps, branches);
    }
  }
}
