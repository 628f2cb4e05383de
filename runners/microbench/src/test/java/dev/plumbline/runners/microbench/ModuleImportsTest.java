package dev.plumbline.runners.microbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What docs/ARCHITECTURE.md says of this module is so; the other modules cannot see it. */
final class ModuleImportsTest {
  private static final String US = "microbench";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline.runners.microbench");

  @Test
  void moduleImportsExactlyWhatTheDocumentSays() throws IOException {
    Set<String> imports = new TreeSet<>();
    for (JavaClass c : OURS) {
      for (Dependency dependency : c.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith("dev.plumbline")) {
          imports.add(module(target));
        }
      }
    }
    imports.remove(US);
    assertEquals(documented(), imports);
  }

  @Test
  void packagesFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching("dev.plumbline.runners.(**)")
        .should()
        .beFreeOfCycles()
        .check(OURS);
  }

  private static String module(String packageName) {
    String[] parts = packageName.split("\\.", -1);
    boolean nested = parts.length > 3 && List.of("mine", "profiles", US).contains(parts[3]);
    return parts[2].equals("runners") && nested ? parts[3] : parts[2];
  }

  private static Set<String> documented() throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs", "ARCHITECTURE.md");
    String line =
        Files.readAllLines(file).stream()
            .filter(l -> l.startsWith(US + ":"))
            .findFirst()
            .orElseThrow();
    return new TreeSet<>(Arrays.asList(line.substring(US.length() + 1).strip().split(" +", -1)));
  }
}
