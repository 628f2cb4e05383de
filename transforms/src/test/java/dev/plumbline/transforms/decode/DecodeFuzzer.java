package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.decode.DecodeJudge.Problem;
import dev.plumbline.transforms.fuzz.BodyMutations;
import dev.plumbline.transforms.fuzz.BodySeeds;
import dev.plumbline.transforms.fuzz.Bytes;
import dev.plumbline.transforms.fuzz.FuzzBudget;
import dev.plumbline.transforms.fuzz.Mutator;
import dev.plumbline.transforms.fuzz.Shrinker;
import dev.plumbline.transforms.fuzz.Shrinker.Failing;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Gives a decoder good and broken bodies until it and the oracle do not agree. */
final class DecodeFuzzer {
  private static final int SCHEMAS = 24;
  private static final int MOST_SHOWN = 2_048;

  private final List<DecodeJudge> judges;
  private final List<ExportSchema> schemas = BodySeeds.schemas(SCHEMAS);
  private final Mutator mutator = new Mutator(BodyMutations.all());

  /** A fuzzer of the decoders that this makes for each schema. */
  DecodeFuzzer(Function<ExportSchema, Function<FetchedPage, PackedPage>> decoders) {
    this.judges = schemas.stream().map(s -> new DecodeJudge(s, decoders.apply(s))).toList();
  }

  /** The first disagreement within the budget, with the body that shows it. */
  Optional<String> run(FuzzBudget budget) {
    while (budget.next()) {
      SplittableRandom random = budget.random();
      int i = random.nextInt(schemas.size());
      BodySeeds.Seed seed = BodySeeds.random(schemas.get(i), random);
      Failing tried = new Failing(seed.body(), seed.rows().size());
      Optional<Problem> problem;
      if (random.nextInt(8) == 0) {
        problem = judges.get(i).problem(seed);
      } else {
        tried = broken(tried, BodySeeds.random(schemas.get(i), random).body(), random);
        problem = judges.get(i).problem(tried.body(), tried.rows());
      }
      if (problem.isPresent()) {
        return Optional.of(budget + "\n" + report(i, problem.get(), tried));
      }
    }
    return Optional.empty();
  }

  long accepted() {
    return judges.stream().mapToLong(DecodeJudge::accepted).sum();
  }

  long refused() {
    return judges.stream().mapToLong(DecodeJudge::refused).sum();
  }

  private Failing broken(Failing good, byte[] other, SplittableRandom random) {
    int rows = good.rows() + (random.nextInt(8) == 0 ? random.nextInt(-1, 2) : 0);
    return new Failing(mutator.mutate(good.body(), other, random), Math.max(0, rows));
  }

  private String report(int schema, Problem problem, Failing failing) {
    DecodeJudge judge = judges.get(schema);
    Failing small =
        Shrinker.shrink(
            failing,
            (body, rows) ->
                judge.problem(body, rows).filter(p -> p.kind().equals(problem.kind())).isPresent());
    return "%s: %s%ncolumns %s%nbody of %d rows, %d bytes, Base64 of at most %d: %s%nsmaller, of %d rows: %s%n"
        .formatted(
            problem.kind(),
            problem.detail(),
            schemas.get(schema).views().stream().map(ViewColumn::mineType).toList(),
            failing.rows(),
            failing.body().length,
            MOST_SHOWN,
            base64(failing.body()),
            small.rows(),
            shown(small.body()));
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOf(body, Math.min(body.length, MOST_SHOWN)));
  }

  /** As a string of Java, a character for each byte. */
  private static String shown(byte[] body) {
    StringBuilder shown = new StringBuilder();
    for (char c :
        Bytes.latin(Arrays.copyOf(body, Math.min(body.length, MOST_SHOWN))).toCharArray()) {
      shown.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return shown.toString();
  }
}
