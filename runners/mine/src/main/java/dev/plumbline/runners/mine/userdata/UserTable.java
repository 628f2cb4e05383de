package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A user's file in memory.
 *
 * @param root the class of its rows
 * @param rows how many there are
 * @param modelXml the model of its classes
 * @param renamed what has another name in the model than in the file, for the user to read
 */
public record UserTable(UserClass root, long rows, String modelXml, List<String> renamed) {

  private static final Logger LOG = LoggerFactory.getLogger(UserTable.class);

  /** Copies the list. */
  public UserTable {
    renamed = List.copyOf(renamed);
  }

  /**
   * Loads a file, if its columns fit into a third of the JVM's largest heap.
   *
   * @throws UserDataRefused if it is missing, not of the kind that its name says, too large, or
   *     holds what a mine cannot serve
   */
  public static UserTable load(UserData data) {
    return load(data, Runtime.getRuntime().maxMemory() / 3);
  }

  /** Loads a file into this much memory. */
  static UserTable load(UserData data, long limitBytes) {
    try {
      UserTable table = read(data, SourceFile.open(data), limitBytes);
      table.renamed().forEach(name -> LOG.info("{}: {}", data.file(), name));
      return table;
    } catch (UserDataRefused e) {
      throw new UserDataRefused("Cannot serve " + data.file() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UserDataRefused("Cannot serve " + data.file() + ": reading it failed: " + e, e);
    }
  }

  private static UserTable read(UserData data, SourceRows source, long limitBytes)
      throws IOException {
    ColumnPaths paths =
        ColumnPaths.of(source.columns().stream().map(SourceColumn::name).toList(), data);
    Survey survey = Survey.of(source, data.types());
    survey.requireRoom(limitBytes);
    UserClass root = ClassTree.of(paths, ColumnFiller.fill(source, survey));
    return new UserTable(root, survey.rows(), ModelXml.of(root), paths.renamed());
  }
}
