package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import dev.plumbline.runners.mine.format.JsonText;
import dev.plumbline.runners.mine.format.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A constraint of a template, or what a request puts in the place of one.
 *
 * @param values one for most operators, none for the null ones, any number for the multi ones
 * @param extra what LOOKUP is confined to, empty for nothing
 * @param switching whether the constraint can be left out
 */
record TemplateConstraint(
    String path,
    String op,
    List<String> values,
    String extra,
    String code,
    boolean editable,
    Switching switching) {

  TemplateConstraint {
    values = List.copyOf(values);
  }

  /** Whether a constraint holds if a request says nothing of it. */
  enum Switching {
    LOCKED,
    ON,
    OFF
  }

  private boolean isMulti() {
    return op.equals("ONE OF") || op.equals("NONE OF");
  }

  /** As an element of a template, with all that a client must know of it. */
  String templateXml() {
    String editing = " editable=\"" + editable + "\"";
    return switch (switching) {
      case LOCKED -> xml(editing);
      case ON -> xml(editing + " switchable=\"on\"");
      case OFF -> xml(editing + " switchable=\"off\"");
    };
  }

  /** As an element of a query. */
  String queryXml() {
    return xml("");
  }

  private String xml(String more) {
    StringBuilder xml = new StringBuilder("<constraint");
    attribute(xml, "path", path);
    attribute(xml, "op", op);
    if (!isMulti() && !values.isEmpty()) {
      attribute(xml, "value", values.get(0));
    }
    if (!extra.isEmpty()) {
      attribute(xml, "extraValue", extra);
    }
    attribute(xml, "code", code);
    xml.append(more);
    return isMulti()
        ? values.stream()
            .map(value -> "<value>" + XmlText.escaped(value) + "</value>")
            .collect(Collectors.joining("", xml + ">", "</constraint>"))
        : xml + "/>";
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(XmlText.attribute(value)).append('"');
  }

  /** As a JSON object. */
  String json() {
    List<Member> members = new ArrayList<>();
    members.add(Member.text("path", path));
    members.add(Member.text("op", op));
    members.add(Member.text("code", code));
    members.add(new Member("editable", Boolean.toString(editable)));
    members.add(new Member("switchable", Boolean.toString(switching != Switching.LOCKED)));
    members.add(Member.text("switched", switching.name()));
    if (isMulti()) {
      members.add(new Member("values", JsonDocument.texts(values)));
    } else if (!values.isEmpty()) {
      members.add(new Member("value", JsonText.quoted(values.get(0))));
    }
    if (!extra.isEmpty()) {
      members.add(Member.text("extraValue", extra));
    }
    return JsonDocument.object(members);
  }
}
