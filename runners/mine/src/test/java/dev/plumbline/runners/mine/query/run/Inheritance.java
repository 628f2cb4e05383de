package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.model.ModelField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What classes of a model have from their parents. */
public record Inheritance(MineModel model) {

  public boolean isA(String className, String parent) {
    return className.equals(parent)
        || type(className).parents().stream().anyMatch(between -> isA(between, parent));
  }

  /** Own and inherited ones, by name. */
  public Map<String, ModelField> fields(String className) {
    Map<String, ModelField> fields = new LinkedHashMap<>(type(className).fields());
    type(className).parents().forEach(parent -> fields.putAll(fields(parent)));
    return fields;
  }

  private ModelClass type(String className) {
    return Optional.ofNullable(model.classes().get(className)).orElseThrow();
  }
}
