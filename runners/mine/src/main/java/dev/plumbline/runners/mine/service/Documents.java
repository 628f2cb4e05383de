package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonText;
import dev.plumbline.runners.mine.format.ReplyForm;
import dev.plumbline.runners.mine.format.ResultFormat;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;

/** The endpoints whose bodies are the same for everyone. */
final class Documents {

  private static final String API_VERSION = "35";
  private static final String RELEASE = "plumbline";
  private static final String INTERMINE_VERSION = "5.1.0";

  private final String modelXml;
  private final ModelJson modelJson;
  private final ClassPaths classPaths;
  private final TemplateCatalog templates;

  Documents(String modelXml, QueryResults results, TemplateCatalog templates) {
    this.modelXml = modelXml;
    this.modelJson = new ModelJson(modelXml, results);
    this.classPaths = new ClassPaths(results.model());
    this.templates = templates;
  }

  Iterator<ByteBuffer> version(ServiceRequest request, ReplyForm form) {
    return version(API_VERSION, form);
  }

  Iterator<ByteBuffer> release(ServiceRequest request, ReplyForm form) {
    return version(JsonText.quoted(RELEASE), form);
  }

  Iterator<ByteBuffer> intermine(ServiceRequest request, ReplyForm form) {
    return version(JsonText.quoted(INTERMINE_VERSION), form);
  }

  /** Texts are in quotes even where the body is plain text. */
  private static Iterator<ByteBuffer> version(String value, ReplyForm form) {
    boolean json = form.format() == ResultFormat.JSON;
    return form.document(json ? JsonDocument.value("version", value) : value + form.lineEnd());
  }

  Iterator<ByteBuffer> model(ServiceRequest request, ReplyForm form) {
    return form.document(
        form.format() == ResultFormat.JSON
            ? JsonDocument.value("model", modelJson.text())
            : modelXml);
  }

  Iterator<ByteBuffer> templates(ServiceRequest request, ReplyForm form) {
    return form.document(
        switch (form.format()) {
          case JSON -> JsonDocument.value("templates", templates.json());
          case TEXT -> String.join(form.lineEnd(), templates.names()) + form.lineEnd();
          case XML, TSV, CSV, OBJECTS, ROWS -> templates.xml() + form.lineEnd();
        });
  }

  Iterator<ByteBuffer> summaryFields(ServiceRequest request, ReplyForm form) {
    return form.document(JsonDocument.value("classes", classPaths.summaryFields()));
  }

  Iterator<ByteBuffer> classKeys(ServiceRequest request, ReplyForm form) {
    return form.document(JsonDocument.value("classes", classPaths.keys()));
  }

  Iterator<ByteBuffer> widgets(ServiceRequest request, ReplyForm form) {
    return form.document(JsonDocument.list("widgets", List.of()));
  }
}
