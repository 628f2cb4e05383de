package dev.plumbline.runners.mine.userdata;

/** Writes the model of a user's file. Names are Java's, so nothing in them needs an escape. */
final class ModelXml {

  private final StringBuilder xml = new StringBuilder();

  private ModelXml() {}

  /** A closed model: every class that is referred to is in it. */
  static String of(UserClass root) {
    ModelXml model = new ModelXml();
    model.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    model.line("<model name=\"genomic\" package=\"org.intermine.model.bio\" version=\"1\">");
    model.write(root);
    model.line("</model>");
    return model.xml.toString();
  }

  private void write(UserClass type) {
    line("<class name=\"%s\" is-interface=\"true\">".formatted(type.name()));
    type.attributes()
        .forEach(
            (name, column) ->
                line("\t<attribute name=\"%s\" type=\"%s\"/>".formatted(name, column.javaType())));
    type.references()
        .forEach(
            (name, target) ->
                line(
                    "\t<reference name=\"%s\" referenced-type=\"%s\"/>"
                        .formatted(name, target.name())));
    line("</class>");
    type.references().values().forEach(this::write);
  }

  private void line(String text) {
    xml.append(text).append('\n');
  }
}
