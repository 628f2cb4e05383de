package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AssociationTest {

  private static final int CHOICES = 9;
  private static final int[] COUNTS = {2, 0, 0, 5, 1, 3, 0, 0};

  @Test
  void findsTheChildrenOfEveryChoice() {
    for (long seed = 0; seed < 20; seed++) {
      for (int parents = 0; parents < 60; parents++) {
        Association association = association(seed, parents);
        for (int choice = 0; choice < CHOICES; choice++) {
          int wanted = choice;
          List<Long> expected =
              LongStream.range(0, association.fanout().childRows())
                  .filter(child -> association.choice(child) == wanted)
                  .boxed()
                  .toList();
          assertEquals(expected, all(association.childrenOfChoice(), choice), "seed " + seed);
          assertEquals(
              expected.stream().map(association.fanout()::parent).toList(),
              all(association.parentsOfChoice(), choice),
              "seed " + seed);
        }
      }
    }
  }

  @Test
  void givesAParentDifferentChoicesInOrder() {
    Association association = association(42, 500);
    for (long parent = 0; parent < 500; parent++) {
      List<Long> choices = all(association.choicesOfParent(), parent);
      assertEquals(choices.stream().sorted().distinct().toList(), choices);
      assertEquals(association.fanout().count(parent), choices.size());
    }
  }

  private static Association association(long seed, int parents) {
    Fanout fanout = Fanout.ofParents(seed, 1, COUNTS, parents);
    Draw draw = new Draw(seed, 2, 0);
    return new Association(fanout, new Zipf(draw, CHOICES, 1), draw);
  }

  private static List<Long> all(Members members, long row) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < members.count(row); i++) {
      all.add(members.at(row, i));
    }
    return all;
  }
}
