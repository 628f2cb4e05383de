package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import dev.plumbline.runners.mine.format.JsonText;
import dev.plumbline.runners.mine.format.XmlText;
import dev.plumbline.runners.mine.service.TemplateConstraint.Switching;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query with places to fill in.
 *
 * @param model name of the model
 * @param view at least one path
 * @param sortPath sorted by, ascending
 * @param constraints with codes A, B and so on; all of them must hold
 */
record Template(
    String name,
    String title,
    String description,
    String model,
    List<String> view,
    String sortPath,
    List<TemplateConstraint> constraints) {

  Template {
    view = List.copyOf(view);
    constraints = List.copyOf(constraints);
  }

  Stream<String> paths() {
    return Stream.concat(view.stream(), constraints.stream().map(TemplateConstraint::path));
  }

  List<TemplateConstraint> editable() {
    return constraints.stream().filter(TemplateConstraint::editable).toList();
  }

  /** As an element of {@code template-queries}. */
  String xml() {
    return "<template"
        + attribute("name", name)
        + attribute("title", title)
        + attribute("comment", "")
        + ">"
        + query(
            attribute("longDescription", description),
            constraints.stream().map(TemplateConstraint::templateXml).toList())
        + "</template>";
  }

  /** PathQuery XML with the constraints given in the place of its own. */
  String query(List<TemplateConstraint> filledIn) {
    return query(
        "",
        filledIn.stream()
            .filter(constraint -> constraint.switching() != Switching.OFF)
            .map(TemplateConstraint::queryXml)
            .toList());
  }

  private String query(String more, List<String> children) {
    return "<query"
        + attribute("name", name)
        + attribute("model", model)
        + attribute("view", String.join(" ", view))
        + more
        + attribute("sortOrder", sortPath + " asc")
        + ">"
        + String.join("", children)
        + "</query>";
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + XmlText.attribute(value) + "\"";
  }

  /** As a JSON object. */
  String json() {
    List<Member> members = new ArrayList<>();
    members.add(Member.text("name", name));
    members.add(Member.text("title", title));
    members.add(Member.text("description", description));
    members.add(Member.text("comment", ""));
    members.add(new Member("model", "{\"name\":" + JsonText.quoted(model) + "}"));
    members.add(new Member("select", JsonDocument.texts(view)));
    members.add(new Member("orderBy", "[{" + JsonText.quoted(sortPath) + ":\"ASC\"}]"));
    members.add(
        new Member(
            "where",
            constraints.stream()
                .map(TemplateConstraint::json)
                .collect(Collectors.joining(",", "[", "]"))));
    members.add(new Member("tags", "[\"im:public\"]"));
    members.add(Member.text("rank", "unranked"));
    return JsonDocument.object(members);
  }
}
