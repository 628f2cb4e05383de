package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.MineModel.PathUnknown;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import dev.plumbline.runners.mine.model.ModelReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths of the original suite's targets and complex queries. */
class SeedPathsTest {

  private final MineModel model = ModelReader.read(ModelReader.text());
  private final MineTables tables = new MineTables(1, 10);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gene|primaryIdentifier secondaryIdentifier symbol name briefDescription",
        "Gene|tairShortDescription tairCuratorSummary length score scoreType",
        "Gene|organism.name organism.taxonId pathways.identifier pathways.name",
        "Gene|transcripts.primaryIdentifier transcripts.CDS.primaryIdentifier",
        "Gene|proteins.length proteins.proteinDomainRegions.proteinDomain.primaryIdentifier",
        "Gene|crossReferences.identifier crossReferences.source.name",
        "Gene|expressionValues.value expressionValues.sample.name",
        "Gene|ontologyAnnotations.ontologyTerm.identifier ontologyAnnotations.ontologyTerm.name",
        "Gene|homologues.homologue.primaryIdentifier homologues.homologue.organism.name",
        "Protein|primaryIdentifier primaryAccession proteinDescription length molecularWeight",
        "Protein|EC symbol genes.primaryIdentifier organism.name transcripts.primaryIdentifier"
      })
  void haveData(String root, String paths) throws PathUnknown {
    for (String path : paths.split(" ", -1)) {
      Table table = tables.of(root).orElseThrow();
      ModelClass type = model.typeAt(root, Map.of());
      for (String part : path.split("\\.", -1)) {
        if (model.step(path, type, part) instanceof Reference reference) {
          Link link = table.links().get(part);
          assertTrue(link != null, path);
          table = tables.of(link.target()).orElseThrow();
          type = model.typeAt(reference.type(), Map.of());
        } else {
          assertTrue(table.cells().containsKey(part), path);
        }
      }
    }
  }
}
