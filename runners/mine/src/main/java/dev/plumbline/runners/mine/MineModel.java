package dev.plumbline.runners.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of a mine; follows paths through them.
 *
 * @param name the model's name
 * @param classes the classes by name
 * @param text the model XML, as served
 */
record MineModel(String name, Map<String, ModelClass> classes, String text) {

  private static final ModelField ID = new ModelField.Attribute("id", "java.lang.Integer");

  /** The field of that name, own or inherited. */
  Optional<ModelField> field(ModelClass type, String fieldName) {
    if (fieldName.equals("id") && !type.isSimple()) {
      return Optional.of(ID);
    }
    ModelField own = type.fields().get(fieldName);
    return own != null ? Optional.of(own) : inheritedField(type, fieldName);
  }

  private Optional<ModelField> inheritedField(ModelClass type, String fieldName) {
    return type.parents().stream()
        .map(classes::get)
        .filter(parent -> parent != null)
        .flatMap(parent -> field(parent, fieldName).stream())
        .findFirst();
  }

  /**
   * The fields that a path passes after its root class.
   *
   * @throws PathUnknown if the path leaves the model
   */
  List<ModelField> follow(String path) throws PathUnknown {
    String[] parts = path.split("\\.", -1);
    ModelClass current = classes.get(parts[0]);
    if (current == null) {
      throw new PathUnknown("Path " + path + " is invalid: no class " + parts[0] + " in the model");
    }
    List<ModelField> steps = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      if (current == null) {
        throw new PathUnknown("Path " + path + " is invalid: it goes on after an attribute");
      }
      ModelField step = step(path, current, parts[i]);
      steps.add(step);
      current = step instanceof ModelField.Reference r ? classes.get(r.type()) : null;
    }
    return steps;
  }

  private ModelField step(String path, ModelClass type, String part) throws PathUnknown {
    return field(type, part)
        .orElseThrow(
            () ->
                new PathUnknown(
                    "Path " + path + " is invalid: no field " + part + " in class " + type.name()));
  }

  /** A path that is not in the model; the message names it. */
  static final class PathUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    PathUnknown(String message) {
      super(message);
    }
  }
}
