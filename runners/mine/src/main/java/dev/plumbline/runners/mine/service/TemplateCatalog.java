package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import dev.plumbline.runners.mine.service.TemplateConstraint.Switching;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The templates of the mine. */
public final class TemplateCatalog {

  private final List<Template> templates;

  /**
   * The templates that fit a model.
   *
   * @param model its name
   * @param isKnown whether a path is in it
   */
  public TemplateCatalog(String model, Predicate<String> isKnown) {
    templates =
        Stream.of(byIdentifier(model), ofOrganism(model), byText(model))
            .filter(template -> template.paths().allMatch(isKnown))
            .toList();
  }

  private static Template byIdentifier(String model) {
    return new Template(
        "Gene_by_identifier",
        "Gene --> Names and organism",
        "Shows what a gene is called and where it comes from.",
        model,
        List.of("Gene.primaryIdentifier", "Gene.symbol", "Gene.name", "Gene.organism.name"),
        "Gene.primaryIdentifier",
        List.of(constraint("Gene.primaryIdentifier", "=", "AT1G*", "A", Switching.LOCKED)));
  }

  private static Template ofOrganism(String model) {
    return new Template(
        "Organism_long_genes",
        "Organism + length --> Genes",
        "Shows the genes of an organism, and if wanted only the long ones.",
        model,
        List.of("Gene.primaryIdentifier", "Gene.length", "Gene.organism.taxonId"),
        "Gene.primaryIdentifier",
        List.of(
            constraint("Gene.organism.taxonId", "=", "3702", "A", Switching.LOCKED),
            constraint("Gene.length", ">=", "2000", "B", Switching.OFF)));
  }

  private static Template byText(String model) {
    return new Template(
        "Gene_by_description",
        "Text --> Genes",
        "Shows the genes whose description is like a text.",
        model,
        List.of("Gene.primaryIdentifier", "Gene.briefDescription"),
        "Gene.primaryIdentifier",
        List.of(constraint("Gene.briefDescription", "LIKE", "*kinase*", "A", Switching.LOCKED)));
  }

  private static TemplateConstraint constraint(
      String path, String op, String value, String code, Switching switching) {
    return new TemplateConstraint(path, op, List.of(value), "", code, true, switching);
  }

  /** What the templates are called. */
  public List<String> names() {
    return templates.stream().map(Template::name).sorted().toList();
  }

  /** All templates as one XML element. */
  public String xml() {
    return templates.stream()
        .map(template -> "\n" + template.xml())
        .collect(Collectors.joining("", "<template-queries>", "\n</template-queries>"));
  }

  /** All templates as one JSON object, by name. */
  public String json() {
    return JsonDocument.object(
        templates.stream().map(t -> new Member(t.name(), t.json())).toList());
  }

  /**
   * The PathQuery XML of a template with the values of a request filled in.
   *
   * @throws ServiceRefused with status 404 if there is no such template, 400 if the parameters do
   *     not fit it
   */
  public String query(ServiceRequest request) {
    String name = request.parameter("name");
    if (name.isEmpty()) {
      throw ServiceRefused.badRequest("Missing required parameter: name");
    }
    Template template =
        templates.stream()
            .filter(t -> t.name().equals(name))
            .findFirst()
            .orElseThrow(() -> absent(name));
    return template.query(TemplateValues.of(request).fillIn(template));
  }

  private static ServiceRefused absent(String name) {
    return new ServiceRefused(
        404, "You do not have access to a template called '" + name + "' in this mine.");
  }
}
