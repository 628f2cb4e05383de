package dev.plumbline.runners.mine.model;

/** A field of a model class. */
public sealed interface ModelField {

  String name();

  /** A value; {@code type} as the model XML spells it. */
  record Attribute(String name, String type) implements ModelField {}

  /** A reference or collection; {@code reverse} is empty where the other side has no field. */
  record Reference(String name, String type, String reverse, boolean collection)
      implements ModelField {}
}
