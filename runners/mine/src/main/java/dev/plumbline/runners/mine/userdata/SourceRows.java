package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.util.List;

/** A file's rows; they can be read more than once. */
interface SourceRows {

  List<SourceColumn> columns();

  /**
   * Sends every row in order.
   *
   * @throws UserDataRefused if the file is not what its name says
   */
  void read(CellSink sink) throws IOException;

  /** Where the row lies that is being read, such as {@code line 17}; for messages. */
  String place();
}
