package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.PathQuery.Constraint;
import dev.plumbline.runners.mine.PathQuery.SortKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads PathQuery XML; what it cannot read is a {@link QueryRefused}. */
final class PathQueryReader {

  private static final List<String> CHILD_ORDER = List.of("pathDescription", "join", "constraint");

  private final List<Constraint> constraints = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();
  private final Set<String> outerJoins = new HashSet<>();

  private PathQueryReader() {}

  static PathQuery read(String xml) {
    try {
      return new PathQueryReader().query(HardenedXml.parse(xml));
    } catch (SAXException e) {
      throw QueryRefused.invalidXml(String.valueOf(e.getMessage()));
    }
  }

  private PathQuery query(Element query) {
    if (!query.getTagName().equals("query")) {
      throw QueryRefused.invalidXml("the root element is not 'query'");
    }
    required(query, "model");
    List<String> view = words(required(query, "view"));
    if (view.isEmpty()) {
      throw QueryRefused.invalidXml("query: attribute 'view' is empty");
    }
    readChildren(query);
    return new PathQuery(
        view,
        sortOrder(query),
        constraints,
        query.getAttribute("constraintLogic").strip(),
        outerJoins);
  }

  private void readChildren(Element query) {
    int reached = 0;
    for (Element child : HardenedXml.children(query)) {
      int place = CHILD_ORDER.indexOf(child.getTagName());
      if (place < reached) {
        throw QueryRefused.invalidXml("query: unexpected element '" + child.getTagName() + "'");
      }
      reached = place;
      switch (place) {
        case 1 -> readJoin(child);
        case 2 -> readConstraint(child);
        default -> required(child, "pathString");
      }
    }
  }

  private void readJoin(Element join) {
    String path = required(join, "path");
    switch (required(join, "style").toUpperCase(Locale.ROOT)) {
      case "OUTER" -> outerJoins.add(path);
      case "INNER" -> outerJoins.remove(path);
      default -> throw QueryRefused.invalidXml("join: style is neither INNER nor OUTER");
    }
  }

  private void readConstraint(Element element) {
    String path = required(element, "path");
    if (element.hasAttribute("type")) {
      throw QueryRefused.badRequest("This mine does not answer subclass constraints");
    }
    Operator operator = Operator.of(required(element, "op"));
    String code = element.getAttribute("code");
    if (!code.isEmpty() && !codes.add(code)) {
      throw QueryRefused.notWellFormatted("Constraint code " + code + " is used twice");
    }
    constraints.add(new Constraint(path, operator, values(element, operator), code));
  }

  private static List<String> values(Element constraint, Operator operator) {
    if (operator.isNullTest()) {
      return List.of();
    }
    if (operator != Operator.ONE_OF) {
      return List.of(required(constraint, "value"));
    }
    List<String> values = new ArrayList<>();
    for (Element child : HardenedXml.children(constraint)) {
      if (!child.getTagName().equals("value") || child.getTextContent().isEmpty()) {
        throw QueryRefused.invalidXml("constraint: ONE OF takes 'value' elements with a text");
      }
      values.add(child.getTextContent());
    }
    return values;
  }

  private static List<SortKey> sortOrder(Element query) {
    List<SortKey> keys = new ArrayList<>();
    List<String> words = words(query.getAttribute("sortOrder"));
    for (int i = 0; i < words.size(); i++) {
      boolean directed = i + 1 < words.size() && isDirection(words.get(i + 1));
      keys.add(new SortKey(words.get(i), directed && words.get(i + 1).equalsIgnoreCase("desc")));
      i += directed ? 1 : 0;
    }
    return keys;
  }

  private static boolean isDirection(String word) {
    return word.equalsIgnoreCase("asc") || word.equalsIgnoreCase("desc");
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static String required(Element element, String attribute) {
    if (element.hasAttribute(attribute)) {
      return element.getAttribute(attribute);
    }
    throw QueryRefused.invalidXml(
        element.getTagName() + ": attribute '" + attribute + "' is required");
  }
}
