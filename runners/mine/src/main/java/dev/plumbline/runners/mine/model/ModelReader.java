package dev.plumbline.runners.mine.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the model XML that a mine serves. */
public final class ModelReader {

  private static final String RESOURCE = "genomic-model.xml";

  private ModelReader() {}

  /** The text of the generated mine's model. */
  public static String text() {
    try (InputStream in = ModelReader.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("reading resource " + RESOURCE, e);
    }
  }

  public static MineModel read(String xml) {
    try {
      Element root = HardenedXml.parse(xml);
      Map<String, ModelClass> classes = new LinkedHashMap<>();
      for (Element e : HardenedXml.children(root)) {
        ModelClass type = type(e);
        classes.put(type.name(), type);
      }
      return new MineModel(root.getAttribute("name"), classes, xml);
    } catch (SAXException e) {
      throw new IllegalStateException("model XML: " + e.getMessage(), e);
    }
  }

  private static ModelClass type(Element element) {
    String parents = element.getAttribute("extends");
    Map<String, ModelField> fields = new LinkedHashMap<>();
    for (Element e : HardenedXml.children(element)) {
      ModelField field = field(e);
      fields.put(field.name(), field);
    }
    return new ModelClass(
        element.getAttribute("name"),
        parents.isEmpty() ? List.of() : List.of(parents.split(" ")),
        fields);
  }

  private static ModelField field(Element element) {
    String name = element.getAttribute("name");
    if (element.getTagName().equals("attribute")) {
      return new ModelField.Attribute(name, element.getAttribute("type"));
    }
    return new ModelField.Reference(
        name,
        element.getAttribute("referenced-type"),
        element.getAttribute("reverse-reference"),
        element.getTagName().equals("collection"));
  }
}
