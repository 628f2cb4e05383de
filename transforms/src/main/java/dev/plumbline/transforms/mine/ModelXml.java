package dev.plumbline.transforms.mine;

import dev.plumbline.parity.Sha256;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a mine's model document. One with a document type, and so with entities, is refused. */
final class ModelXml {
  private String modelName = "";
  private final List<ModelClass> classes = new ArrayList<>();
  private @Nullable String className;
  private List<String> parents = List.of();
  private Map<String, String> attributes = new HashMap<>();
  private Map<String, String> references = new HashMap<>();

  private ModelXml() {}

  static MineModel parse(ServiceRoot root, byte[] document) {
    ModelXml parsed = new ModelXml();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(document));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          parsed.start(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("class")) {
          parsed.endClass();
        } else if (event == XMLStreamConstants.DTD) {
          throw MineException.lasting(
              root + "/model has a document type declaration, which no model has", null);
        }
      }
    } catch (XMLStreamException e) {
      throw MineException.lasting(
          "%s/model is not a model document%s: %s".formatted(root, where(e), firstLine(e)), e);
    }
    if (parsed.classes.isEmpty()) {
      throw MineException.lasting(
          root + "/model holds no class; expected <model> with <class> elements", null);
    }
    return new MineModel(parsed.modelName, parsed.classes, Sha256.of(document));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "model" -> modelName = attribute(xml, "name");
      case "class" -> startClass(xml);
      case "attribute" -> attributes.put(attribute(xml, "name"), attribute(xml, "type"));
      case "reference", "collection" ->
          references.put(attribute(xml, "name"), simpleName(attribute(xml, "referenced-type")));
      default -> {
        // Other elements carry nothing that an export needs.
      }
    }
  }

  private void startClass(XMLStreamReader xml) {
    className = simpleName(attribute(xml, "name"));
    String extended = attribute(xml, "extends").strip();
    parents =
        extended.isEmpty()
            ? List.of()
            : List.of(extended.split("\\s+")).stream().map(ModelXml::simpleName).toList();
    attributes = new HashMap<>();
    references = new HashMap<>();
  }

  private void endClass() {
    if (className != null) {
      classes.add(new ModelClass(className, parents, attributes, references));
      className = null;
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String simpleName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Bytes in another encoding than the document says have no place. */
  private static String where(XMLStreamException e) {
    Location at = e.getLocation();
    return at == null || at.getLineNumber() < 0
        ? ""
        : ": line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber());
  }

  private static String firstLine(XMLStreamException e) {
    return String.valueOf(e.getMessage()).lines().skip(1).findFirst().orElse("malformed XML");
  }
}
