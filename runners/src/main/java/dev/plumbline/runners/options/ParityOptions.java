package dev.plumbline.runners.options;

import dev.plumbline.parity.locate.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that {@code parity} was asked for, with every default filled in.
 *
 * @param left the one table: a file, a folder, or {@code duckdb:} and a query
 * @param right the other table, likewise
 * @param key the columns that identify a row; empty if none were named
 * @param ordered whether the rows must stand in the same order
 * @param contracts what columns may differ in, as {@link Contract#parse} reads it
 * @param sample which rows are hashed as a sample
 * @param showRows how many of the rows that differ are shown
 * @param allowEmpty whether two tables without rows are equal
 * @param strictParity whether a difference ends the run with exit 3
 * @param heap heap of the run's JVM, such as {@code 1g}
 * @param resultsDir folder that run directories are made in
 * @param command the command line, redacted
 */
public record ParityOptions(
    String left,
    String right,
    List<String> key,
    boolean ordered,
    List<String> contracts,
    ParitySample sample,
    int showRows,
    boolean allowEmpty,
    boolean strictParity,
    String heap,
    String resultsDir,
    List<String> command) {
  private static final int MOST_SHOWN = 10_000;

  /** Checks all that can be checked without the tables. */
  public ParityOptions {
    key = List.copyOf(key);
    contracts = List.copyOf(contracts);
    command = List.copyOf(command);
    Bounds.check("--show-rows", showRows, 1, MOST_SHOWN);
    Set<String> columns = new HashSet<>();
    for (String contract : contracts) {
      if (!columns.add(parse(contract).column())) {
        throw UsageException.of("--contract", contract, "one contract for each column");
      }
    }
    for (String contract : contracts) {
      if (key.contains(parse(contract).column())) {
        throw UsageException.of("--contract", contract, "a column that is not part of the --key");
      }
    }
    if (ordered && !contracts.isEmpty()) {
      throw new UsageException(
          "--ordered: the order of rows is compared exactly, which leaves nothing to a --contract");
    }
    if (!contracts.isEmpty() && key.isEmpty()) {
      throw new UsageException("--contract: a contract is held row by row, which takes a --key");
    }
  }

  /** The contracts, read. */
  public List<Contract> parsedContracts() {
    return contracts.stream().map(ParityOptions::parse).toList();
  }

  private static Contract parse(String contract) {
    try {
      return Contract.parse(contract);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--contract: " + e.getMessage());
    }
  }
}
