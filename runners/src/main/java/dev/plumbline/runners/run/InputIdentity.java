package dev.plumbline.runners.run;

import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.MineFile;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.mine.ServiceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What tells the rows of one input from those of all others that could be asked the same: of a mine
 * its address, of a file or a recording its content. Nothing is asked over the network.
 */
final class InputIdentity {
  private InputIdentity() {}

  /**
   * The identity, in words.
   *
   * @throws UsageException if a file of the input cannot be read
   */
  static String of(WorkflowOptions options) {
    return switch (options.mine().mineKind()) {
      case FOREIGN -> "the mine at " + ServiceRoot.parse(options.mine().serviceRoot()).url();
      case RECORDED ->
          "the recording of SHA-256 "
              + digest(Path.of(Objects.requireNonNull(options.pages().replayFrom())));
      case LOCAL -> local(options);
    };
  }

  private static String local(WorkflowOptions options) {
    MineFile data = options.served().data();
    if (data == null) {
      return "the local mine of seed %d and %,d genes"
          .formatted(options.served().seed(), options.served().rows());
    }
    String types = data.types().isEmpty() ? "" : " with " + String.join(", ", data.types());
    return "the file of SHA-256 " + digest(Path.of(data.path())) + types;
  }

  /** Of a file; of a folder that of its files' digests, in the order of their names. */
  private static String digest(Path input) {
    try {
      if (!Files.isDirectory(input)) {
        return Sha256.of(input);
      }
      StringBuilder digests = new StringBuilder();
      for (Path file : FileTree.files(input)) {
        digests.append(Sha256.of(file)).append('\n');
      }
      return Sha256.of(digests.toString());
    } catch (IOException e) {
      throw new UsageException("%s cannot be read: %s".formatted(input, e));
    }
  }
}
