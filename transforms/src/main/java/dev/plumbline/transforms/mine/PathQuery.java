package dev.plumbline.transforms.mine;

import java.io.Serializable;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What an export asks of a mine, in InterMine's path-query language.
 *
 * @param model the model's name
 * @param views the paths to export, all from one root class, in order
 * @param joins joins along the views' references; those not named are INNER
 * @param sortOrder {@code path direction} pairs, separated by blanks; empty for the mine's own
 *     order
 */
public record PathQuery(String model, List<String> views, List<Join> joins, String sortOrder)
    implements Serializable {
  /** Copies the lists; rejects a query without views. */
  public PathQuery {
    views = List.copyOf(views);
    joins = List.copyOf(joins);
    if (views.isEmpty()) {
      throw new IllegalArgumentException("A path query needs at least one view");
    }
  }

  /** The class all views start at. */
  public String rootClass() {
    return views.get(0).substring(0, views.get(0).indexOf('.'));
  }

  /** The query as the XML that the web service takes. */
  public String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("query");
      xml.writeAttribute("model", model);
      xml.writeAttribute("view", String.join(" ", views));
      if (!sortOrder.isEmpty()) {
        xml.writeAttribute("sortOrder", sortOrder);
      }
      for (Join join : joins) {
        xml.writeEmptyElement("join");
        xml.writeAttribute("path", join.path());
        xml.writeAttribute("style", join.style().name());
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Cannot write a path query to memory", e);
    }
    return text.toString();
  }
}
