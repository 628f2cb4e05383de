package dev.plumbline.runners.mine.query.parse;

import dev.plumbline.runners.mine.model.HardenedXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads PathQuery XML; what it cannot read is a {@link QueryRefused}. */
public final class PathQueryReader {

  private static final List<String> CHILD_ORDER = List.of("pathDescription", "join", "constraint");

  private final PathQueryDraft draft = new PathQueryDraft();

  private PathQueryReader() {}

  /** Reads a query, which is JSON unless it starts as XML does. */
  public static PathQuery read(String text) {
    return text.stripLeading().startsWith("{") ? PathQueryJson.read(text) : readXml(text);
  }

  private static PathQuery readXml(String xml) {
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
    PathQueryDraft.words(required(query, "view")).forEach(draft::view);
    readChildren(query);
    draft.sortBy(query.getAttribute("sortOrder"));
    draft.logic(query.getAttribute("constraintLogic"));
    return draft.query();
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
        case 1 -> draft.join(required(child, "path"), required(child, "style"));
        case 2 -> readConstraint(child);
        default -> required(child, "pathString");
      }
    }
  }

  private void readConstraint(Element element) {
    new ConstraintReader(name -> attribute(element, name), values(element)).readInto(draft);
  }

  private static List<String> values(Element constraint) {
    List<String> values = new ArrayList<>();
    for (Element child : HardenedXml.children(constraint)) {
      if (!child.getTagName().equals("value") || child.getTextContent().isEmpty()) {
        throw QueryRefused.invalidXml("constraint: it takes 'value' elements with a text");
      }
      values.add(child.getTextContent());
    }
    return values;
  }

  private static String required(Element element, String attribute) {
    return attribute(element, attribute)
        .orElseThrow(
            () ->
                QueryRefused.invalidXml(
                    element.getTagName() + ": attribute '" + attribute + "' is required"));
  }

  private static Optional<String> attribute(Element element, String name) {
    return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
  }
}
