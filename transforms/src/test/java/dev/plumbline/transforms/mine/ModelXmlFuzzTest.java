package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.fuzz.Bytes;
import dev.plumbline.transforms.fuzz.FuzzBudget;
import dev.plumbline.transforms.fuzz.ModelMutations;
import dev.plumbline.transforms.fuzz.Mutator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelXmlFuzzTest {
  private static final ServiceRoot ROOT = new ServiceRoot("http://mine.test/x/service");
  private static final PrintStream ERR = System.err;
  private static final byte[] MODEL =
      bytes(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <model name="genomic" package="org.intermine.model.bio">
            <class name="org.intermine.model.bio.BioEntity" is-interface="true">
              <attribute name="symbol" type="java.lang.String"/>
              <reference name="organism" referenced-type="Organism"/>
            </class>
            <class name="Gene" extends="org.intermine.model.bio.BioEntity  Annotatable">
              <attribute name="score" type="double"/>
              <collection name="synonyms" referenced-type="org.intermine.model.bio.Synonym"/>
            </class>
            <class name="Organism"><attribute name="name" type="java.lang.String"/></class>
          </model>
          """);

  /** The JDK's parser writes a line there for each document that is no UTF-8. */
  @BeforeAll
  static void silence() {
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterAll
  static void speak() {
    System.setErr(ERR);
  }

  @Test
  void aBrokenModelIsReadOrIsAMineException() {
    Mutator mutator = new Mutator(ModelMutations.all());
    long refused = 0;
    FuzzBudget budget = FuzzBudget.of(20_000);
    while (budget.next()) {
      byte[] document = mutator.mutate(MODEL, MODEL, budget.random());
      refused += isRefused(document, budget) ? 1 : 0;
    }
    assertTrue(refused > 0 && refused < budget.done(), refused + " refused of " + budget.done());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE model>",
        "<!DOCTYPE model [<!ENTITY x \"A\">]>",
        "<!DOCTYPE model [<!ENTITY a \"AAAAAAAA\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE model [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE model SYSTEM \"file:///etc/hostname\">",
        "<!DOCTYPE model [<!ATTLIST class extends CDATA \"B\">]>"
      })
  void aModelWithADocumentTypeIsRefused(String type) {
    for (String name : new String[] {"A", "&x;"}) {
      String model = type + "<model name='m'><class name='" + name + "'>%s</class></model>";
      for (String inside : new String[] {"", "&x;"}) {
        byte[] document = bytes(model.formatted(inside));
        MineException refused =
            assertThrows(MineException.class, () -> ModelXml.parse(ROOT, document));
        assertFalse(refused.retryable());
      }
    }
  }

  @Test
  void aModelIsReadThoughItsNamesHoldReferencesToCharacters() {
    MineModel model =
        ModelXml.parse(
            ROOT,
            bytes(
                "<model name='m'><class name='&#71;ene'><attribute name='a&amp;b' type='int'/></class></model>"));

    assertEquals("int", model.attributeType("Gene.a&b"));
  }

  private static boolean isRefused(byte[] document, FuzzBudget budget) {
    try {
      MineModel model = ModelXml.parse(ROOT, document);
      try {
        model.attributeType("Gene.organism.name");
      } catch (QueryException e) {
        return false; // a model, only not of these classes
      }
      return false;
    } catch (MineException e) {
      assertTrue(e.getMessage().startsWith(ROOT + "/model "), e.getMessage());
      return true;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(budget + ": " + Bytes.latin(document), e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
