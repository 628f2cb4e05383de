package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.data.Link;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The lists of genes that a mine offers; the same for the same data. */
public final class MineLists {

  private static final int MOST_OF_ONE = 1_000;
  private static final int MOST_CURATED = 100;
  private static final int FEW = 5;
  private static final long MOST_GENES_READ = 100_000;

  private final MineTables tables;
  private @Nullable List<MineList> made;

  public MineLists(MineTables tables) {
    this.tables = tables;
  }

  /** All of them, by name; made when first asked for. */
  public synchronized List<MineList> all() {
    List<MineList> known = made;
    if (known == null) {
      known = tables.of("Gene").map(this::ofGenes).orElseGet(List::of);
      made = known;
    }
    return known;
  }

  public Optional<MineList> named(String name) {
    return all().stream().filter(list -> list.name().equals(name)).findFirst();
  }

  private List<MineList> ofGenes(Table genes) {
    List<MineList> lists = new ArrayList<>();
    ColumnValues curated = genes.cells().get("curated");
    if (curated != null) {
      List<Integer> first = first(genes, MOST_CURATED, row -> Boolean.TRUE.equals(curated.at(row)));
      lists.add(list("Curated genes", "The first genes that a curator has seen", first));
    }
    lists.add(list("Five genes", "Five genes, evenly spread", spread(genes)));
    if (genes.links().get("organism") instanceof Link.ToOne organism) {
      lists.add(ofRarest(genes, organism.row()));
    }
    return List.copyOf(lists);
  }

  /** Of the organism that has fewest genes among those read, of the first such. */
  private static MineList ofRarest(Table genes, LongUnaryOperator organism) {
    Map<Long, Long> counts =
        LongStream.range(0, Math.min(genes.rows(), MOST_GENES_READ))
            .map(organism)
            .filter(row -> row >= 0)
            .boxed()
            .collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
    List<Integer> ids =
        counts.entrySet().stream()
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .map(rarest -> first(genes, MOST_OF_ONE, row -> organism.applyAsLong(row) == rarest))
            .orElseGet(List::of);
    return list("Rarest organism", "The first genes of the organism that has fewest", ids);
  }

  private static List<Integer> spread(Table genes) {
    return LongStream.range(0, FEW)
        .map(i -> genes.rows() * i / FEW)
        .distinct()
        .mapToObj(row -> id(genes, row))
        .toList();
  }

  private static List<Integer> first(Table genes, int most, LongPredicate wanted) {
    return LongStream.range(0, Math.min(genes.rows(), MOST_GENES_READ))
        .filter(wanted)
        .limit(most)
        .mapToObj(row -> id(genes, row))
        .toList();
  }

  private static Integer id(Table genes, long row) {
    return (Integer) Objects.requireNonNull(genes.cell("id").at(row));
  }

  private static MineList list(String name, String description, List<Integer> ids) {
    return new MineList(name, "Gene", description, ids);
  }
}
