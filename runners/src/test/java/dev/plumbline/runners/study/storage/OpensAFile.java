package dev.plumbline.runners.study.storage;

import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A JVM that opens a file and nothing else: what a JVM does by itself to do so is no replay's. */
public final class OpensAFile {
  private OpensAFile() {}

  public static void main(String[] args) throws Exception {
    FileChannel.open(Path.of(args[0])).close();
  }
}
