package dev.plumbline.runners.mine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.model.ModelField.Attribute;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import dev.plumbline.runners.mine.query.run.Inheritance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MineModelTest {

  private final MineModel model = ModelReader.read(ModelReader.text());

  @Test
  void holdsEveryClassThatIsReferredTo() {
    for (ModelClass type : model.classes().values()) {
      assertTrue(model.classes().keySet().containsAll(type.parents()), type.name());
      for (Reference r : references(type)) {
        assertTrue(model.classes().containsKey(r.type()), type.name() + "." + r.name());
      }
    }
  }

  @Test
  void reverseReferencesReferBack() {
    for (ModelClass type : model.classes().values()) {
      for (Reference r : references(type)) {
        if (!r.reverse().isEmpty()) {
          ModelClass other = model.classes().get(r.type());
          Reference back = (Reference) model.field(other, r.reverse()).orElseThrow();
          assertEquals(type.name(), back.type(), type.name() + "." + r.name());
          assertEquals(r.name(), back.reverse());
        }
      }
    }
  }

  @Test
  void hasDataForEveryAttributeOfTheClassesItHolds() {
    Inheritance inheritance = new Inheritance(model);
    for (Table table : new MineTables(1, 10).all()) {
      Set<String> attributes = new HashSet<>(Set.of("id"));
      inheritance.fields(table.className()).values().stream()
          .filter(f -> f instanceof Attribute)
          .forEach(f -> attributes.add(f.name()));
      assertEquals(attributes, table.cells().keySet(), table.className());
    }
  }

  @Test
  void hasDataForAllClassesButThoseThatOnlyOthersExtend() {
    Set<String> withoutData = new HashSet<>(model.classes().keySet());
    new MineTables(1, 10).all().forEach(table -> withoutData.remove(table.className()));
    assertEquals(Set.of("Annotatable", "BioEntity", "SequenceFeature"), withoutData);
  }

  @Test
  void usesEveryAttributeType() {
    Set<String> types =
        model.classes().values().stream()
            .flatMap(c -> c.fields().values().stream())
            .filter(f -> f instanceof Attribute)
            .map(f -> ((Attribute) f).type().replaceFirst(".*\\.", ""))
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "String",
            "Integer",
            "int",
            "Double",
            "Float",
            "Long",
            "Boolean",
            "BigDecimal",
            "Date",
            "ClobAccess"),
        types);
  }

  private static List<Reference> references(ModelClass type) {
    return type.fields().values().stream()
        .filter(f -> f instanceof Reference)
        .map(f -> (Reference) f)
        .toList();
  }
}
