package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Reading;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.runners.study.Work;
import dev.plumbline.transforms.artifact.InMemoryTables;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.parquet.ParquetTable;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenRowsTest {
  private static final int ROWS = 1_000;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void whatWasWrittenMustBeTheRowsAndNotOnlyAsMany(FileForm form) throws Exception {
    StoragePair pair = pair(source("rows", "range"));
    StoragePair other = pair(source("others", "range + (range = 500)::INT"));

    Work wrong = write(form, other, "others");
    Findings written = wrong.core().run(wrong.table());
    Work right = write(form, pair, "rows");
    Findings found = right.core().run(right.table());

    assertEquals(Optional.empty(), right.proof().apply(found).mismatch());
    Files.move(file("others", form), file("rows", form), StandardCopyOption.REPLACE_EXISTING);
    assertEquals(found.figures(), written.figures());
    assertTrue(right.proof().apply(found).mismatch().orElse("").contains("result_hash"));
  }

  private Work write(FileForm form, StoragePair pair, String name) throws Exception {
    InMemoryTables.hold(name + form, new ParquetTable(pair.parquet(), pair.schema(), 300));
    return new StorageWork(name, StorageWork.WRITER, StorageWork.Kind.WRITE, pair)
        .writing(form, name + form, Files.createDirectory(directory.resolve(name)));
  }

  private Path file(String name, FileForm form) {
    return directory.resolve(name).resolve("rows." + form.label());
  }

  private Path source(String name, String number) throws Exception {
    Path file = directory.resolve(name + ".parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT %s AS number, 'text ' || range AS text FROM range(%d)) TO '%s'"
              .formatted(number, ROWS, file));
    }
    return file;
  }

  private static StoragePair pair(Path parquet) {
    ReadableTable table = ParquetFiles.open("rows", List.of(parquet));
    Reading read = Reading.of(table, CompareSpec.of(List.of(), SampleSpec.defaults()));
    WrittenTable files = new WrittenTable(List.of(ParquetFooter.read(parquet.toString())));
    return new StoragePair(
        "new",
        table.schema(),
        files,
        files,
        ROWS,
        read.witness().digest().content().hex(),
        new Findings(ROWS, Map.of(), null, List.of()),
        List.of());
  }
}
