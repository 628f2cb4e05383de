package dev.plumbline.runners;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellWriter;
import dev.plumbline.pipelines.report.ReportBuilder;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.faults.FaultHelp;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.recorded.RecordedExchange;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.mine.userdata.UserDataRefused;
import dev.plumbline.runners.mine.userdata.UserOutline;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.runner.Runner;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.runners.study.engines.PrepareChild;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.record.RecordingManifest;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.ResultFiles;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What docs/ARCHITECTURE.md says of the modules is so. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("fork-classes.jar")) // copies for forks
          .importPackages("dev.plumbline");

  private static final List<String> NAMES_THAT_SAY_NOTHING =
      List.of("Helper", "Util", "Utils", "Manager", "Common", "Impl", "Base", "Misc");

  private static final String ENGINES = Engine.class.getPackageName();

  /** A module that is built after this one and so not seen here: it has a test of its own. */
  private static final String BEHIND_US = "microbench";

  @Test
  void modulesImportExactlyWhatTheDocumentSays() throws IOException {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass c : OURS) {
      Set<String> targets = imports.computeIfAbsent(module(c), m -> new TreeSet<>());
      for (Dependency dependency : c.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("dev.plumbline")
            && !module(target).equals(module(c))) {
          targets.add(module(target));
        }
      }
    }

    Map<String, Set<String>> documented = documented("modules");
    assertNotNull(documented.remove(BEHIND_US), "it is not documented");
    assertEquals(new TreeMap<>(documented), imports);
  }

  /** The document lists the lowest room first, and no room looks up. */
  @Test
  void roomsOfRunnersImportExactlyWhatTheDocumentSays() throws IOException {
    Map<String, Set<String>> documented = documented("rooms");
    Map<String, Set<String>> imports = new TreeMap<>();
    for (JavaClass c : OURS) {
      if (module(c).equals("runners")) {
        Set<String> targets = imports.computeIfAbsent(room(c), r -> new TreeSet<>());
        for (Dependency dependency : c.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (target.getPackageName().startsWith("dev.plumbline")
              && module(target).equals("runners")
              && !room(target).equals(room(c))) {
            targets.add(room(target));
          }
        }
      }
    }
    assertEquals(new TreeMap<>(documented), imports);
    List<String> below = new ArrayList<>();
    documented.forEach(
        (room, targets) -> {
          assertTrue(below.containsAll(targets), () -> room + " looks up: " + targets);
          below.add(room);
        });
  }

  /** The mine stays a guest: the rest sees its front, and what its front is asked for and gives. */
  @Test
  void theMineIsSeenFromTheFront() {
    List<Class<?>> shown =
        List.of(
            FaultSpec.class,
            FaultHelp.class,
            Recording.class,
            RecordedExchange.class,
            RecordingUnreadable.class,
            UserData.class,
            UserDataRefused.class,
            UserOutline.class);
    String front = LocalMine.class.getPackageName();
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(front + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "stand behind the mine's front",
                c ->
                    c.getPackageName().startsWith(front + ".")
                        && shown.stream().noneMatch(s -> outermost(c).isEquivalentTo(s))))
        .check(OURS);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> packages = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    for (JavaClass c : OURS) {
      packages.add(c.getPackageName());
      if (c.getSimpleName().equals("package-info")) {
        described.add(c.getPackageName());
      }
    }
    assertEquals(packages, described);
  }

  /** Whoever reads a package, of any module, need not read one that comes back to it. */
  @Test
  void packagesFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching("dev.plumbline.(**)")
        .should()
        .beFreeOfCycles()
        .check(OURS);
  }

  @Test
  void coresAndClientDoNotKnowBeam() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            "dev.plumbline.parity",
            "dev.plumbline.parity.read",
            "dev.plumbline.transforms.artifact",
            "dev.plumbline.transforms.engine.beam.core",
            "dev.plumbline.transforms.mine",
            "dev.plumbline.transforms.rowstream")
        .or()
        .haveSimpleNameEndingWith("Core")
        .or()
        .haveSimpleNameEndingWith("Decoder")
        .or()
        .haveSimpleNameEndingWith("Fetcher")
        .or()
        .haveSimpleNameEndingWith("Writer")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.beam..")
        .check(OURS);
  }

  /** A new engine is a package and a line in {@link Engines}, whoever uses engines. */
  @Test
  void onlyTheListOfEnginesKnowsEngines() {
    Map<String, List<Class<?>>> known =
        Map.of(
            "duckdb", List.of(Engines.class, PrepareChild.class), // which makes canonical tables
            "polars", List.of(Engines.class),
            "beam", List.of(Engines.class));
    assertEquals(Set.copyOf(Engines.labels()), known.keySet());
    known.forEach(
        (engine, knowing) ->
            ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(ENGINES + "." + engine + "..")
                .and(
                    DescribedPredicate.describe(
                        "are not among " + knowing,
                        c -> knowing.stream().noneMatch(k -> outermost(c).isEquivalentTo(k))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINES + "." + engine + "..")
                .check(OURS));
  }

  @Test
  void everyEngineHasAPackageOfItsOwn() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass c : OURS) {
      if (c.isAssignableTo(Engine.class) && !c.isInterface()) {
        packages.add(c.getPackageName());
      }
    }
    assertEquals(
        Engines.labels().stream().map(name -> ENGINES + "." + name).collect(toSet()), packages);
  }

  @Test
  void theSchemaOfReportsKnowsTheListOfEngines() throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs/schema/report.schema.json");
    List<String> names = new ArrayList<>();
    Json.mapper()
        .readTree(file.toFile())
        .at("/$defs/engine/enum")
        .forEach(name -> names.add(name.asText()));
    assertEquals(Engines.labels(), names);
  }

  /** A new runner is a class and a line in {@link Runners}. */
  @Test
  void onlyTheListOfRunnersKnowsRunners() throws IOException {
    Set<String> runners = new TreeSet<>();
    for (JavaClass c : OURS) {
      if (c.isAssignableTo(Runner.class) && !c.isInterface()) {
        runners.add(c.getName());
      }
    }
    assertEquals(
        Arrays.stream(Runners.values()).map(r -> r.runner().getClass().getName()).collect(toSet()),
        runners);
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(Runner.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .haveNameMatching(String.join("|", runners).replace(".", "\\."))
        .check(OURS);
    Path file = Path.of(System.getProperty("plumbline.root"), "docs/schema/report.schema.json");
    Set<String> known = new TreeSet<>();
    Json.mapper()
        .readTree(file.toFile())
        .findValues("runner")
        .forEach(runner -> runner.path("enum").forEach(name -> known.add(name.asText())));
    for (Runners runner : Runners.values()) {
      assertTrue(known.contains(runner.label()), () -> runner.label() + " is not among " + known);
    }
  }

  /** Else each file that is opened costs Hadoop's defaults, in the measured time. */
  @Test
  void parquetIsOpenedWithoutHadoopsDefaults() {
    ArchRuleDefinition.noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "opens a file as Hadoop is configured",
                call ->
                    call.getTargetOwner()
                            .getName()
                            .equals("org.apache.parquet.hadoop.ParquetFileReader")
                        && call.getName().equals("open")
                        && call.getTarget().getRawParameterTypes().size() == 1))
        .orShould()
        .callConstructorWhere(
            DescribedPredicate.describe(
                "takes Hadoop's defaults",
                call ->
                    call.getTargetOwner().getName().equals("org.apache.hadoop.conf.Configuration")
                        && call.getTarget().getRawParameterTypes().isEmpty()))
        .check(OURS);
  }

  /**
   * A file is whole or not there; what else gets its name at once is a folder, or made elsewhere.
   */
  @Test
  void filesGetTheirNamesInOnePlace() {
    ArchRuleDefinition.noClasses()
        .that()
        .doNotBelongToAnyOf(
            NewFile.class, ResultFiles.class, RecordingManifest.class, RunDirectory.class)
        .and()
        .haveNameNotMatching(".*\\.(PolarsInstall|ClassArchives)")
        .should()
        .callMethod(Files.class, "move", Path.class, Path.class, CopyOption[].class)
        .check(OURS);
  }

  @Test
  void recordsThatCarryNumbersHaveOneWriterEach() {
    Map<Class<?>, Class<?>> writers =
        Map.of(
            Cell.class, CellWriter.class,
            RunReport.class, ReportBuilder.class,
            MeasurementReport.class, MeasurementWriter.class);
    writers.forEach(
        (record, writer) ->
            ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveFullyQualifiedName(writer.getName())
                .should()
                .callConstructorWhere(
                    DescribedPredicate.describe(
                        "makes a " + record.getSimpleName(),
                        call -> call.getTargetOwner().isEquivalentTo(record)))
                .check(OURS));
  }

  @Test
  void namesSaySomething() {
    for (JavaClass c : OURS) {
      assertFalse(
          NAMES_THAT_SAY_NOTHING.stream().anyMatch(c.getSimpleName()::endsWith), c::getFullName);
    }
  }

  private static JavaClass outermost(JavaClass c) {
    return c.getEnclosingClass().map(ArchitectureTest::outermost).orElse(c);
  }

  private static String room(JavaClass c) {
    String below = c.getPackageName().replaceFirst("^dev\\.plumbline\\.runners\\.?", "");
    return below.isEmpty() ? "main" : below;
  }

  private static String module(JavaClass c) {
    String[] parts = c.getPackageName().split("\\.", -1);
    boolean nested = parts.length > 3 && List.of("mine", "profiles").contains(parts[3]);
    return parts[2].equals("runners") && nested ? parts[3] : parts[2];
  }

  /** A block of docs/ARCHITECTURE.md: a module or room and its imports a line, in their order. */
  private static Map<String, Set<String>> documented(String block) throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs", "ARCHITECTURE.md");
    String text = Files.readString(file);
    String begin = "```" + block + "\n";
    int start = text.indexOf(begin) + begin.length();
    String lines = text.substring(start, text.indexOf("```", start));
    Map<String, Set<String>> modules = new LinkedHashMap<>();
    for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
      int colon = line.indexOf(':');
      Set<String> imports =
          new TreeSet<>(Arrays.asList(line.substring(colon + 1).split("\\s+", -1)));
      imports.remove("");
      modules.put(line.substring(0, colon).strip(), imports);
    }
    return modules;
  }
}
