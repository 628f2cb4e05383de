package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.model.ModelField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which paths tell what an object is, and which tell it apart, for each class. */
final class ClassPaths {

  private static final String CLOB = "org.intermine.objectstore.query.ClobAccess";
  private static final List<String> KEYS =
      List.of("primaryIdentifier", "taxonId", "identifier", "name");

  private final MineModel model;

  ClassPaths(MineModel model) {
    this.model = model;
  }

  /** A JSON object: the attributes of each class but its CLOBs, inherited ones too. */
  String summaryFields() {
    return byClass(type -> List.copyOf(attributes(type)));
  }

  /** A JSON object: the attribute that identifies an object of each class, if it has one. */
  String keys() {
    return byClass(type -> KEYS.stream().filter(attributes(type)::contains).limit(1).toList());
  }

  private String byClass(Function<ModelClass, List<String>> attributes) {
    return JsonDocument.object(
        model.classes().values().stream()
            .map(type -> new Member(type.name(), paths(type, attributes.apply(type))))
            .toList());
  }

  private static String paths(ModelClass type, List<String> attributes) {
    return JsonDocument.texts(attributes.stream().map(a -> type.name() + "." + a).toList());
  }

  private Set<String> attributes(ModelClass type) {
    Set<String> names = new TreeSet<>();
    for (ModelField field : type.fields().values()) {
      if (field instanceof ModelField.Attribute attribute && !attribute.type().equals(CLOB)) {
        names.add(attribute.name());
      }
    }
    type.parents().stream()
        .map(model.classes()::get)
        .filter(Objects::nonNull)
        .forEach(parent -> names.addAll(attributes(parent)));
    return names;
  }
}
