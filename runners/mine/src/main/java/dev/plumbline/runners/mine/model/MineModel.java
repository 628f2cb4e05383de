package dev.plumbline.runners.mine.model;

import java.util.Map;
import java.util.Optional;

/**
 * The classes of a mine; follows paths through them.
 *
 * @param name the model's name
 * @param classes the classes by name
 * @param text the model XML, as served
 */
public record MineModel(String name, Map<String, ModelClass> classes, String text) {

  private static final ModelField ID = new ModelField.Attribute("id", "java.lang.Integer");

  /** The field of that name, own or inherited. */
  public Optional<ModelField> field(ModelClass type, String fieldName) {
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

  /** Whether objects of a class are objects of another: of itself, or of what it extends. */
  public boolean isA(String className, String ancestor) {
    ModelClass type = classes.get(className);
    return className.equals(ancestor)
        || (type != null && type.parents().stream().anyMatch(parent -> isA(parent, ancestor)));
  }

  /**
   * The class at the end of a path.
   *
   * @param subclasses narrower classes by the paths that lead to them
   * @throws PathUnknown if the path leaves the model, or ends in an attribute
   */
  public ModelClass typeAt(String path, Map<String, String> subclasses) throws PathUnknown {
    String[] parts = path.split("\\.", -1);
    StringBuilder here = new StringBuilder(parts[0]);
    ModelClass type = type(path, subclasses.getOrDefault(parts[0], parts[0]));
    for (int i = 1; i < parts.length; i++) {
      if (!(step(path, type, parts[i]) instanceof ModelField.Reference reference)) {
        throw PathUnknown.afterAttribute(path);
      }
      here.append('.').append(parts[i]);
      type = type(path, subclasses.getOrDefault(here.toString(), reference.type()));
    }
    return type;
  }

  private ModelClass type(String path, String className) throws PathUnknown {
    ModelClass type = classes.get(className);
    if (type == null) {
      throw new PathUnknown(
          "Path " + path + " is invalid: no class " + className + " in the model");
    }
    return type;
  }

  /**
   * The field of that name that a path goes through.
   *
   * @throws PathUnknown if the class has no such field
   */
  public ModelField step(String path, ModelClass type, String part) throws PathUnknown {
    return field(type, part)
        .orElseThrow(
            () ->
                new PathUnknown(
                    "Path " + path + " is invalid: no field " + part + " in class " + type.name()));
  }

  /** A path that is not in the model; the message names it. */
  public static final class PathUnknown extends Exception {

    private static final long serialVersionUID = 1L;

    public PathUnknown(String message) {
      super(message);
    }

    public static PathUnknown afterAttribute(String path) {
      return new PathUnknown("Path " + path + " is invalid: it goes on after an attribute");
    }
  }
}
