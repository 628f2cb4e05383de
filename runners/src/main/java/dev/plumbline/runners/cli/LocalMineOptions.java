package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.faults.FaultHelp;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.mine.userdata.UserDataRefused;
import dev.plumbline.runners.mine.userdata.UserOutline;
import dev.plumbline.runners.options.InputRefused;
import dev.plumbline.runners.options.MineFile;
import dev.plumbline.runners.options.ServedData;
import dev.plumbline.runners.options.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the embedded mine holds, and how it misbehaves. */
@Command(optionListHeading = "%nThe embedded mine:%n")
final class LocalMineOptions {
  private static final long LEAST_DEFAULT_ROWS = 100_000;

  /** The names for the help text. */
  static final class FaultNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FaultSpec.help().stream().map(FaultHelp::name).iterator();
    }
  }

  @Trait(sameForAllArms = true)
  @Option(
      names = "--mine-seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Its data are a function of this. Default: 42.")
  long mineSeed;

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--mine-rows",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Its number of genes. Default: 100000, or the rows wanted if more.")
  String mineRows = AutoNumber.AUTO;

  @Trait(sameForAllArms = true, settledByRecording = true)
  @Option(
      names = "--mine-data",
      paramLabel = "FILE",
      description =
          "Serve this file, not generated genes: .csv, .tsv, .jsonl, .parquet, or a folder of Parquet"
              + " parts. Default: genes.")
  @Nullable String mineData;

  @Trait(sameForAllArms = true, settledByRecording = true, needs = "--mine-data")
  @Option(
      names = "--mine-data-class",
      paramLabel = "CLASS",
      description = "Class that the file's rows are objects of. Default: as its name tells.")
  @Nullable String mineDataClass;

  @Trait(sameForAllArms = true, settledByRecording = true, needs = "--mine-data")
  @Option(
      names = "--mine-data-types",
      paramLabel = "COLUMN=TYPE",
      split = ",",
      description =
          "Types of the file's columns: String, Integer, Long, Float, Double, Boolean, Date or"
              + " BigDecimal. Default: taken from the values.")
  List<String> mineDataTypes = List.of();

  @Trait(sameForAllArms = true)
  @Option(
      names = "--mine-faults",
      paramLabel = "FAULTS",
      completionCandidates = FaultNames.class,
      defaultValue = "",
      description =
          "Misbehave: name(key=value, ...), separated by semicolons, of ${COMPLETION-CANDIDATES}."
              + " docs/MINE.md has them all. Default: behave.")
  String mineFaults = "";

  long rows(long rowsTarget) {
    return AutoNumber.parse("--mine-rows", mineRows, Math.max(rowsTarget, LEAST_DEFAULT_ROWS));
  }

  /**
   * How the mine misbehaves.
   *
   * @throws UsageException if that cannot be read
   */
  FaultSpec faults() {
    try {
      return FaultSpec.parse(mineFaults);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--mine-faults: " + e.getMessage());
    }
  }

  /** The file to be served, as the options name it. */
  Optional<MineFile> file() {
    return Optional.ofNullable(mineData)
        .map(path -> new MineFile(absolute(path), mineDataClass, mineDataTypes));
  }

  /**
   * The same as the mine knows it.
   *
   * @throws UsageException if the file is missing, or its name or a type is none
   */
  Optional<UserData> userData() {
    if (mineData != null && !Files.isReadable(Path.of(mineData))) {
      throw UsageException.of("--mine-data", mineData, "a file that is there and may be read");
    }
    try {
      return file()
          .map(file -> UserData.of(Path.of(file.path())).withTypes(file.types()))
          .map(data -> mineDataClass == null ? data : data.withClassName(mineDataClass));
    } catch (UserDataRefused e) {
      throw new UsageException("--mine-data: " + e.getMessage());
    }
  }

  /**
   * The file's class and columns.
   *
   * @throws UsageException as {@link #userData} does
   * @throws InputRefused if what is in it cannot be served
   */
  Optional<UserOutline> outline() {
    Optional<UserData> data = userData();
    try {
      return data.map(UserOutline::of);
    } catch (UserDataRefused e) {
      throw new InputRefused("--mine-data: " + e.getMessage(), e);
    }
  }

  private static String absolute(String file) {
    return Path.of(file).toAbsolutePath().normalize().toString();
  }

  /** What a mine that we serve holds, where so many rows are exported. */
  ServedData served(long exported) {
    return new ServedData(mineSeed, rows(exported), faults().text(), file().orElse(null));
  }
}
