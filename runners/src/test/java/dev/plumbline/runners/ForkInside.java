package dev.plumbline.runners;

import dev.plumbline.runners.child.ChildMain;
import dev.plumbline.runners.launch.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What a fork does, done by a thread of this process: by the same request, the same task and the
 * same answer, but with this process' heap, clocks and loaded classes. A mock of the process alone.
 */
public final class ForkInside extends Process {
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Thread thread;

  private ForkInside(Path directory, Path out) {
    thread = new Thread(() -> run(directory, out), "fork-inside");
  }

  /** Starts it; its standard output is appended to the file. */
  public static Process start(ChildJvm jvm, Path out) {
    ForkInside fork = new ForkInside(jvm.directory(), out);
    fork.thread.start();
    return fork;
  }

  private void run(Path directory, Path out) {
    PrintStream before = System.out;
    try (PrintStream appending =
        new PrintStream(
            Files.newOutputStream(out, StandardOpenOption.APPEND), true, StandardCharsets.UTF_8)) {
      System.setOut(appending);
      exit.complete(ChildMain.answer(directory, ForkMain::task));
    } catch (IOException e) {
      exit.completeExceptionally(new UncheckedIOException("cannot write to " + out, e));
    } finally {
      System.setOut(before);
    }
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new AssertionError("the work could not be done", e);
    }
  }

  @Override
  public int exitValue() {
    Integer ended = exit.getNow(null);
    if (ended == null) {
      throw new IllegalThreadStateException("it has not ended");
    }
    return ended;
  }

  @Override
  public void destroy() {
    thread.interrupt();
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }
}
