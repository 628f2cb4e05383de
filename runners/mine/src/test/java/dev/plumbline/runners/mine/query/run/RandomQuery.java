package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.model.ModelField.Attribute;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A query drawn at random: as a client writes it, and as plain conditions. */
final class RandomQuery {

  private static final List<String> ROOTS = List.of("Gene", "Pathway", "Protein", "Transcript");
  private static final int MOST_COLLECTIONS = 3;

  private final MiniMine mine;
  private final Random random;
  private final String root;
  private final Set<String> outer = new LinkedHashSet<>();
  private final List<String> views = new ArrayList<>();
  private final List<String> sort = new ArrayList<>();
  private final List<RandomConstraint> constraints = new ArrayList<>();
  private String logic = "";
  private Predicate<Map<String, Map<String, Object>>> test = tuple -> true;

  RandomQuery(MiniMine mine, Random random) {
    this.mine = mine;
    this.random = random;
    root = oneOf(ROOTS);
    int columns = 1 + random.nextInt(5);
    for (int i = 0; i < columns; i++) {
      views.add(attribute(false));
    }
    drawOuterJoins();
    drawSort();
    drawConstraints();
  }

  private void drawOuterJoins() {
    for (String view : views) {
      String at = PlainQuery.parent(view);
      while (!at.equals(root)) {
        if (random.nextInt(5) < 2) {
          outer.add(at);
        }
        at = PlainQuery.parent(at);
      }
    }
  }

  private void drawSort() {
    if (random.nextInt(4) == 0) {
      sort.add(root + ".id " + direction());
    }
    for (int keys = random.nextInt(3); keys > 0; keys--) {
      sort.add(attribute(true) + " " + direction());
    }
  }

  private String direction() {
    return random.nextInt(3) == 0 ? "desc" : "asc";
  }

  private void drawConstraints() {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String path = attribute(true);
      constraints.add(new RandomConstraint(mine, random, path, type(path)));
    }
    if (count > 1 && random.nextBoolean()) {
      drawLogic(count);
    } else {
      constraints.forEach(constraint -> test = test.and(constraint.test()));
    }
  }

  /** Combines all codes, in an order and by operators drawn at random. */
  private void drawLogic(int count) {
    logic = "A";
    test = constraints.get(0).test();
    for (int i = 1; i < count; i++) {
      boolean either = random.nextBoolean();
      logic = "(" + logic + (either ? " or " : " and ") + (char) ('A' + i) + ")";
      Predicate<Map<String, Map<String, Object>>> next = constraints.get(i).test();
      test = either ? test.or(next) : test.and(next);
    }
  }

  PlainQuery plain() {
    List<String> constrained = constraints.stream().map(RandomConstraint::path).toList();
    return new PlainQuery(mine, root, views, outer, constrained, sort, test);
  }

  String xml() {
    String joins =
        outer.stream()
            .map("<join path=\"%s\" style=\"OUTER\"/>"::formatted)
            .collect(Collectors.joining());
    String conditions =
        IntStream.range(0, constraints.size())
            .mapToObj(i -> constraints.get(i).xml("code=\"" + (char) ('A' + i) + "\""))
            .collect(Collectors.joining());
    String attributes =
        "sortOrder=\"" + String.join(" ", sort) + "\" constraintLogic=\"" + logic + "\"";
    return MineClient.query(String.join(" ", views), attributes, joins + conditions);
  }

  /** A path to an attribute, at random; not under an OUTER join if it must be {@code inner}. */
  private String attribute(boolean inner) {
    String path = root;
    String type = root;
    int collections = 0;
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      List<Reference> references = references(type);
      Reference next = references.isEmpty() ? null : oneOf(references);
      boolean stop = next == null || (inner && outer.contains(path + "." + next.name()));
      collections += next != null && next.collection() ? 1 : 0;
      if (stop || collections == MOST_COLLECTIONS) {
        break;
      }
      path = path + "." + next.name();
      type = next.type();
    }
    List<String> names =
        mine.model().fields(type).values().stream()
            .filter(field -> field instanceof Attribute)
            .map(ModelField::name)
            .collect(Collectors.toCollection(ArrayList::new));
    names.add("id");
    return path + "." + oneOf(names.stream().sorted().toList());
  }

  private List<Reference> references(String type) {
    return mine.model().fields(type).values().stream()
        .filter(field -> field instanceof Reference)
        .map(field -> (Reference) field)
        .toList();
  }

  private String type(String path) {
    String type = root;
    for (String part : path.substring(root.length() + 1).split("\\.", -1)) {
      ModelField field = mine.model().fields(type).get(part);
      if (field == null || field instanceof Attribute) {
        return field == null ? "java.lang.Integer" : ((Attribute) field).type();
      }
      type = ((Reference) field).type();
    }
    throw new IllegalStateException(path);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
