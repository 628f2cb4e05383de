package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.util.List;

/**
 * What can be asked of a user's file.
 *
 * @param className the class of its rows
 * @param views the paths of its columns, the root class included, in the file's order
 */
public record UserOutline(String className, List<String> views) {
  /** Copies the list. */
  public UserOutline {
    views = List.copyOf(views);
  }

  /**
   * Looks at the names of a file's columns.
   *
   * @throws UserDataRefused if it is missing, or not of the kind that its name says
   */
  public static UserOutline of(UserData data) {
    try {
      List<String> names =
          SourceFile.open(data).columns().stream().map(SourceColumn::name).toList();
      ColumnPaths paths = ColumnPaths.of(names, data);
      String root = paths.className();
      return new UserOutline(
          root, paths.paths().stream().map(path -> root + "." + path.text()).toList());
    } catch (UserDataRefused e) {
      throw new UserDataRefused("Cannot serve " + data.file() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UserDataRefused("Cannot serve " + data.file() + ": reading it failed: " + e, e);
    }
  }
}
