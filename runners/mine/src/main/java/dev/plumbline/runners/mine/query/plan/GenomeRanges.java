package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.query.parse.Operator;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds locations against regions such as {@code Chr1:100..200}. */
final class GenomeRanges {

  private static final Pattern REGION =
      Pattern.compile(
          "\\s*([^:\\s]+)\\s*(?::\\s*(\\d{1,9})\\s*(?:(?:\\.\\.|-)\\s*(\\d{1,9})\\s*)?)?");

  private GenomeRanges() {}

  /** A place of the genome; both ends are in it. */
  private record Region(String chromosome, int start, int end) {

    /** Reads {@code chromosome}, {@code chromosome:position} or {@code chromosome:start..end}. */
    static Region of(String text) {
      Matcher region = REGION.matcher(text);
      if (!region.matches()) {
        throw QueryRefused.invalidQuery(List.of("Range \"" + text + "\" is not a region"));
      }
      String start = region.group(2);
      String end = region.group(3) == null ? start : region.group(3);
      return start == null
          ? new Region(region.group(1), 0, Integer.MAX_VALUE)
          : new Region(region.group(1), Integer.parseInt(start), Integer.parseInt(end));
    }

    boolean holds(int from, int to) {
      return from >= start && to <= end;
    }

    boolean meets(int from, int to) {
      return from <= end && to >= start;
    }
  }

  /**
   * Whether a location lies within, or overlaps, one of the constraint's regions.
   *
   * @throws QueryRefused if the objects are not locations
   */
  static LongPredicate of(Constraint constraint, Table table, MineTables tables) {
    if (!isLocation(table) || !(table.links().get("locatedOn") instanceof ToOne on)) {
      throw QueryRefused.badRequest(
          tables.noData("locations in class " + table.className(), constraint.path()));
    }
    Table chromosomes = tables.of(on.target()).orElseThrow();
    List<LongPredicate> regions =
        constraint.values().stream()
            .map(Region::of)
            .map(region -> in(region, constraint.operator(), table, on, chromosomes))
            .toList();
    return row -> regions.stream().anyMatch(region -> region.test(row));
  }

  /** Whether an object has a start and an end. */
  static LongPredicate known(Table table) {
    return row -> table.cell("start").at(row) != null && table.cell("end").at(row) != null;
  }

  private static boolean isLocation(Table table) {
    return table.cells().containsKey("start") && table.cells().containsKey("end");
  }

  private static LongPredicate in(
      Region region, Operator operator, Table table, ToOne on, Table chromosomes) {
    boolean whole = operator == Operator.WITHIN || operator == Operator.OUTSIDE;
    ColumnValues start = table.cell("start");
    ColumnValues end = table.cell("end");
    ColumnValues name = chromosomes.cell("primaryIdentifier");
    return row -> {
      long chromosome = on.row().applyAsLong(row);
      return chromosome >= 0
          && region.chromosome().equalsIgnoreCase((String) name.at(chromosome))
          && fits(region, whole, (Integer) start.at(row), (Integer) end.at(row));
    };
  }

  private static boolean fits(
      Region region, boolean whole, @Nullable Integer start, @Nullable Integer end) {
    if (start == null || end == null) {
      return false;
    }
    return whole ? region.holds(start, end) : region.meets(start, end);
  }
}
