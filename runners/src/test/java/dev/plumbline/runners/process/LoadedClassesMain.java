package dev.plumbline.runners.process;

import dev.plumbline.runners.machine.LoadedClasses;
import dev.plumbline.runners.options.Json;

/** Loads a library or two, and says where its classes came from. */
final class LoadedClassesMain {
  private LoadedClassesMain() {}

  public static void main(String[] args) {
    System.out.println(Json.line(LoadedClasses.collect()));
  }
}
