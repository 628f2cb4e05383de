package dev.plumbline.runners.measure.arm;

import java.util.List;

/**
 * An external command line, run without a shell.
 *
 * @param name its name
 * @param words program and arguments
 */
public record CommandArm(String name, List<String> words) implements Arm {
  public CommandArm {
    words = List.copyOf(words);
  }
}
