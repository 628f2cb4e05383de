package dev.plumbline.pipelines.beam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.pipelines.ParityVerdict;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.transforms.table.NewFile;
import dev.plumbline.transforms.table.TableRun;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a Beam run hands its findings to whoever started it, wherever its workers are: as small JSON
 * files in a directory that both can reach, each complete when it appears.
 *
 * @param directory an existing directory, absolute
 */
public record OutcomeFiles(String directory) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLES = "tables.json";
  private static final String VERDICT = "verdict.json";

  /** Writes what the stages on the table found; returns the file's name. */
  public String writeTables(TableRun run) {
    return write(TABLES, run);
  }

  /** Writes what the judge found; returns the file's name. */
  public String writeVerdict(ParityVerdict verdict) {
    return write(VERDICT, verdict);
  }

  /** Reads the findings of a run that has ended well. */
  public RunFindings read() {
    Optional<ParityVerdict> verdict =
        Files.exists(Path.of(directory, VERDICT))
            ? Optional.of(read(VERDICT, ParityVerdict.class))
            : Optional.empty();
    return new RunFindings(read(TABLES, TableRun.class), verdict);
  }

  private String write(String name, Object value) {
    try (NewFile made = NewFile.create(Path.of(directory, name))) {
      JSON.writeValue(made.unfinished().toFile(), value);
      made.complete();
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + name + " into " + directory, e);
    }
  }

  private <T> T read(String name, Class<T> type) {
    try {
      return JSON.readValue(Path.of(directory, name).toFile(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot understand " + name + " in " + directory, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " in " + directory, e);
    }
  }
}
