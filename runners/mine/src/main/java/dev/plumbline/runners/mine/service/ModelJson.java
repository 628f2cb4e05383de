package dev.plumbline.runners.mine.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.mine.model.HardenedXml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The model as JSON: each class with all its fields, inherited ones too, and its objects counted.
 */
final class ModelJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Element model;
  private final Map<String, Element> classes = new LinkedHashMap<>();
  private final QueryResults results;
  private final Supplier<String> text = new Once(this::write);

  ModelJson(String modelXml, QueryResults results) {
    this.results = results;
    try {
      model = HardenedXml.parse(modelXml);
    } catch (SAXException e) {
      throw new IllegalStateException("model XML: " + e.getMessage(), e);
    }
    HardenedXml.children(model).forEach(c -> classes.put(c.getAttribute("name"), c));
  }

  /** The JSON object, written when it is first wanted. */
  String text() {
    return text.get();
  }

  private String write() {
    ObjectNode node = NODES.objectNode();
    node.put("package", model.getAttribute("package"));
    ObjectNode byName = node.putObject("classes");
    classes.values().forEach(c -> byName.set(c.getAttribute("name"), type(c)));
    node.put("name", model.getAttribute("name"));
    if (model.hasAttribute("version")) {
      node.put("version", Integer.parseInt(model.getAttribute("version")));
    }
    return node.toString();
  }

  private ObjectNode type(Element element) {
    String name = element.getAttribute("name");
    Map<String, Element> fields = new LinkedHashMap<>();
    collect(element, fields);
    ObjectNode node = NODES.objectNode();
    parents(element).forEach(node.putArray("extends")::add);
    addLinks(node.putObject("references"), "reference", fields);
    addLinks(node.putObject("collections"), "collection", fields);
    node.put("displayName", PageHeader.label(name));
    node.put("name", name);
    node.put("count", results.objects(name));
    addAttributes(node.putObject("attributes"), fields);
    node.put("isInterface", element.getAttribute("is-interface").equals("true"));
    node.putArray("tags");
    return node;
  }

  /** The fields of a class by name, its own before those of its parents. */
  private void collect(Element type, Map<String, Element> fields) {
    HardenedXml.children(type).forEach(f -> fields.putIfAbsent(f.getAttribute("name"), f));
    for (String parent : parents(type)) {
      Element element = classes.get(parent);
      if (element != null) {
        collect(element, fields);
      }
    }
  }

  private static List<String> parents(Element type) {
    String parents = type.getAttribute("extends").strip();
    return parents.isEmpty() ? List.of() : List.of(parents.split(" +"));
  }

  private static void addAttributes(ObjectNode node, Map<String, Element> fields) {
    field(node, "id").put("type", "java.lang.Integer");
    fields.forEach(
        (name, element) -> {
          if (element.getTagName().equals("attribute")) {
            field(node, name).put("type", element.getAttribute("type"));
          }
        });
  }

  private static void addLinks(ObjectNode node, String kind, Map<String, Element> fields) {
    fields.forEach(
        (name, element) -> {
          if (element.getTagName().equals(kind)) {
            link(field(node, name), element);
          }
        });
  }

  private static ObjectNode field(ObjectNode node, String name) {
    return node.putObject(name).put("displayName", PageHeader.label(name)).put("name", name);
  }

  private static void link(ObjectNode node, Element element) {
    if (element.hasAttribute("reverse-reference")) {
      node.put("reverseReference", element.getAttribute("reverse-reference"));
    }
    node.put("referencedType", element.getAttribute("referenced-type"));
  }
}
