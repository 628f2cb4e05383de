package dev.plumbline.runners.measure;

import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What the pairs of a scenario say, one sentence each, as every page shows it. */
public final class PairText {
  private PairText() {}

  /**
   * The sentences. Where there are too few blocks for any of them, that is said once.
   *
   * @param pairs of one scenario, size and mode
   */
  public static List<String> sentences(List<ComparisonFigure> pairs) {
    return sentences(pairs, ComparisonFigure::sentence);
  }

  /**
   * The same in other words.
   *
   * @param words of a pair of which something can be said
   */
  static List<String> sentences(
      List<ComparisonFigure> pairs, Function<ComparisonFigure, String> words) {
    List<String> sentences = new ArrayList<>();
    List<ComparisonFigure> tooFew =
        pairs.stream().filter(pair -> pair.finding() == Finding.NO_CLAIM).toList();
    if (tooFew.size() > 1) {
      ComparisonFigure one = tooFew.get(0);
      sentences.add(
          "no claim: %d of %d blocks, the fewest that can tell one of %d pairs apart"
              .formatted(
                  Objects.requireNonNull(one.ratio()).pairs(),
                  Finding.fewestBlocks(one.family()),
                  one.family()));
    }
    pairs.stream()
        .filter(pair -> tooFew.size() < 2 || pair.finding() != Finding.NO_CLAIM)
        .map(words)
        .forEach(sentences::add);
    return sentences;
  }

  /** With how many blocks a claim can be made, where there were too few for any. */
  public static Optional<String> quickLook(Analysis analysis) {
    OptionalInt family =
        analysis.comparisons().stream()
            .filter(c -> c.finding() == Finding.NO_CLAIM)
            .mapToInt(ComparisonFigure::family)
            .max();
    return family.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "a quick look: --repetitions %d can tell which is faster, 10 hold a build to it"
                .formatted(Finding.fewestBlocks(family.getAsInt())));
  }

  /** How short the shorter of its works is, where that is too short to be published. */
  public static String shortness(double seconds) {
    return seconds < ComparisonFigure.PUBLISHED_SECONDS ? "too short" : "";
  }
}
