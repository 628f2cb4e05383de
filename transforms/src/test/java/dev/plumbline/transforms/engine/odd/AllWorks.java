package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.ReadyEngine;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All works of an engine over a table; what they write goes into a folder of its own. */
record AllWorks(Engine engine, TableSchema schema, WrittenTable table, Path folder) {
  /** With two threads. */
  static AllWorks of(Engines engine, TableSchema schema, WrittenTable table, Path folder)
      throws IOException {
    return new AllWorks(ReadyEngine.of(engine, 2), schema, table, Files.createDirectories(folder));
  }

  /** All works that take the table itself, by name. */
  Map<String, TableCore> onSource() {
    Map<String, TableCore> works = new LinkedHashMap<>();
    works.put("scan", engine.scan(schema));
    works.put("analytics by '" + roles().key().name() + "'", engine.analytics(roles()));
    works.put("join", engine.join(roles(), result("relation")));
    return works;
  }

  /** What a scan finds. */
  Map<String, BigInteger> scan() {
    Findings found = engine.scan(schema).run(table);
    if (found.rowsRead() != table.rows()) {
      throw new AssertionError(found.rowsRead() + " rows were scanned of " + table.rows());
    }
    return found.figures();
  }

  /** What analytics finds, at once and of the relation that join writes. */
  Map<String, BigInteger> analytics() {
    Findings atOnce = atOnce();
    Findings joined = engine.join(roles(), result("summed")).run(table);
    Findings summed = engine.sums().run(new WrittenTable(joined.files()));
    Map<String, BigInteger> figures = new TreeMap<>(summed.figures());
    figures.put(ScoreFigures.OUT_OF_RANGE, joined.figures().get(ScoreFigures.OUT_OF_RANGE));
    assertEquals(atOnce.figures(), figures);
    assertEquals(atOnce.resultHash(), summed.resultHash());
    assertEquals(joined.figures().get("rows").longValueExact(), summed.rowsRead());
    return figures;
  }

  /** What analytics finds of the source, without a relation that is written. */
  Findings atOnce() {
    return engine.analytics(roles()).run(table);
  }

  /** The rows that join writes. */
  String join() {
    return rows(engine.join(roles(), result("relation")).run(table));
  }

  /** The rows that the canonical join writes, of the tables that DuckDB makes of the source. */
  String joinCanonical() throws IOException {
    return joinCanonical(canonical());
  }

  /** The rows that the canonical join writes of these tables. */
  String joinCanonical(WrittenTable canonical) {
    return rows(engine.joinCanonical(roles(), result("canonical")).run(canonical));
  }

  /** The canonical tables. */
  WrittenTable canonical() throws IOException {
    Path canonical = Files.createDirectories(folder.resolve("canonical"));
    return new DuckDbCanonical(CopiedFiles.DUCKDB, roles()).write(table, canonical);
  }

  /** All that all works find, for comparison. */
  Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    all.put("scan", scan().toString());
    all.put("analytics", analytics().toString());
    all.put("join", join());
    all.put("canonical_join", joinCanonical());
    return all;
  }

  Roles roles() {
    return Roles.of(schema);
  }

  ResultFiles result(String name) {
    return new ResultFiles(folder.toString(), name);
  }

  /** A row a line; decimals by their value. */
  private static String rows(Findings found) {
    ReadableTable written =
        ParquetFiles.open(
            "a result", found.files().stream().map(WrittenFile::path).map(Path::of).toList());
    RowList rows = new RowList();
    written.read(rows);
    return rows.rows().stream()
        .map(row -> row.stream().map(AllWorks::text).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Object cell) {
    return cell instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : String.valueOf(cell);
  }

  /** What lies in the folder. */
  List<String> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
