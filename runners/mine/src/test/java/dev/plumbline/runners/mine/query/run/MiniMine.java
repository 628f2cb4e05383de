package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.Selection;
import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.data.Link;
import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.data.Members;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.model.ModelField.Attribute;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A mine of a few objects that are plain maps: attributes, objects and lists of objects by name.
 */
public final class MiniMine {

  static final String MODEL =
      """
      <model name="mini" package="mini">
      <class name="Organism"><attribute name="name" type="java.lang.String"/>
        <attribute name="shortName" type="java.lang.String"/>
        <attribute name="taxonId" type="java.lang.Integer"/></class>
      <class name="Feature"><attribute name="length" type="java.lang.Integer"/>
        <reference name="organism" referenced-type="Organism"/></class>
      <class name="Gene" extends="Feature"><attribute name="symbol" type="java.lang.String"/>
        <attribute name="score" type="java.lang.Double"/>
        <attribute name="curated" type="java.lang.Boolean"/>
        <attribute name="updated" type="java.util.Date"/>
        <collection name="pathways" referenced-type="Pathway" reverse-reference="genes"/>
        <collection name="proteins" referenced-type="Protein" reverse-reference="genes"/>
        <collection name="transcripts" referenced-type="Transcript" reverse-reference="gene"/>
        <reference name="location" referenced-type="Location"/></class>
      <class name="Location"><attribute name="start" type="java.lang.Integer"/>
        <attribute name="end" type="java.lang.Integer"/>
        <reference name="locatedOn" referenced-type="Feature"/></class>
      <class name="Chromosome" extends="Feature">
        <attribute name="primaryIdentifier" type="java.lang.String"/></class>
      <class name="Pathway"><attribute name="name" type="java.lang.String"/>
        <collection name="genes" referenced-type="Gene" reverse-reference="pathways"/></class>
      <class name="Protein" extends="Feature"><attribute name="name" type="java.lang.String"/>
        <attribute name="weight" type="java.lang.Float"/>
        <collection name="genes" referenced-type="Gene" reverse-reference="proteins"/></class>
      <class name="Transcript" extends="Feature"><attribute name="name" type="java.lang.String"/>
        <reference name="gene" referenced-type="Gene" reverse-reference="transcripts"/>
        <reference name="protein" referenced-type="Protein"/></class>
      <class name="Reading"><attribute name="of" type="java.lang.String"/>
        <reference name="feature" referenced-type="Feature"/>
        <collection name="features" referenced-type="Feature"/></class>
      </model>
      """;

  private static final Map<String, Integer> FIRST_IDS =
      Map.of(
          "Organism",
          100,
          "Pathway",
          200,
          "Chromosome",
          300,
          "Location",
          400,
          "Reading",
          500,
          "Gene",
          1_000,
          "Transcript",
          2_000,
          "Protein",
          3_000);

  private final Map<String, List<Map<String, Object>>> objects = new LinkedHashMap<>();
  private final Inheritance model = new Inheritance(ModelReader.read(MODEL));

  /** Adds an object; names and values in turn. */
  Map<String, Object> add(String className, Object... fields) {
    List<Map<String, Object>> all = all(className);
    Map<String, Object> object = new HashMap<>();
    object.put("class", className);
    object.put("id", FIRST_IDS.get(className) + all.size());
    model
        .fields(className)
        .values()
        .forEach(
            field -> {
              boolean collection = field instanceof Reference r && r.collection();
              object.put(field.name(), collection ? new ArrayList<>() : null);
            });
    for (int i = 0; i < fields.length; i += 2) {
      object.put((String) fields[i], fields[i + 1]);
    }
    all.add(object);
    return object;
  }

  List<Map<String, Object>> all(String className) {
    return objects.computeIfAbsent(className, name -> new ArrayList<>());
  }

  /** Puts objects into a collection, and the owner into theirs if there is one. */
  @SafeVarargs
  static void join(
      Map<String, Object> owner, String name, String back, Map<String, Object>... members) {
    for (Map<String, Object> member : members) {
      members(owner, name).add(member);
      if (member.get(back) instanceof List<?>) {
        members(member, back).add(owner);
      } else if (member.containsKey(back)) {
        member.put(back, owner);
      }
    }
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> members(Map<String, Object> owner, String name) {
    return (List<Map<String, Object>>) owner.get(name);
  }

  Inheritance model() {
    return model;
  }

  QueryEngine engine() {
    return new QueryEngine(model.model(), tables(), Workers.CALLER);
  }

  MineTables tables() {
    return new MineTables(FIRST_IDS.keySet().stream().sorted().map(this::table).toList());
  }

  private Table table(String className) {
    List<Map<String, Object>> rows = all(className);
    Map<String, ColumnValues> cells = new HashMap<>();
    Map<String, Link> links = new HashMap<>();
    for (ModelField field : model.fields(className).values()) {
      String name = field.name();
      if (field instanceof Attribute) {
        cells.put(name, row -> rows.get((int) row).get(name));
      } else {
        link(rows, (Reference) field).forEach(link -> links.put(name, link));
      }
    }
    return new Table(className, rows.size(), FIRST_IDS.get(className), cells, links);
  }

  /** None where the objects do not say which class it leads to. */
  private List<Link> link(List<Map<String, Object>> rows, Reference reference) {
    String name = reference.name();
    String target =
        rows.stream()
            .map(row -> row.get(name))
            .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
            .filter(MiniMine::isObject)
            .findFirst()
            .map(object -> (String) ((Map<?, ?>) object).get("class"))
            .orElse(reference.type());
    if (!FIRST_IDS.containsKey(target)) {
      return List.of();
    }
    boolean total = rows.stream().allMatch(row -> isObject(row.get(name)));
    return List.of(
        reference.collection()
            ? new ToMany(target, new ListMembers(rows, name))
            : new ToOne(target, row -> index(rows.get((int) row).get(name)), total));
  }

  private static boolean isObject(Object value) {
    return value instanceof Map<?, ?>;
  }

  private static long index(Object object) {
    if (!(object instanceof Map<?, ?> fields)) {
      return -1;
    }
    return (long) (Integer) fields.get("id") - FIRST_IDS.get((String) fields.get("class"));
  }

  private record ListMembers(List<Map<String, Object>> rows, String name) implements Members {
    @Override
    public int count(long row) {
      return members(rows.get((int) row), name).size();
    }

    @Override
    public long at(long row, int index) {
      return MiniMine.index(members(rows.get((int) row), name).get(index));
    }
  }

  /** The rows of a query as the engine has them. */
  public static List<List<Object>> rows(QueryEngine engine, String query) {
    Selection selection = new Selection(engine.evaluate(PathQueryReader.read(query)));
    return rows(selection, 0, selection.count() + 1);
  }

  static List<List<Object>> rows(Selection selection, long start, long limit) {
    List<List<Object>> rows = new ArrayList<>();
    selection.forEach(start, limit, row -> rows.add(new ArrayList<>(Arrays.asList(row))));
    return rows;
  }
}
