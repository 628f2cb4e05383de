package dev.plumbline.runners;

import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ChildMain;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.process.StartedJvm;
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
import java.util.stream.Stream;

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

  /** All forks so; their standard output is appended to the file. */
  public static ForkStart writing(Path out) {
    return new ForkStart() {
      @Override
      public StartedJvm start(ChildJvm jvm) {
        ForkInside fork = new ForkInside(jvm.directory(), out);
        fork.thread.start();
        return StartedJvm.plain(fork, jvm.directory());
      }

      @Override
      public StartedJvm start(ChildJvm jvm, ClassPath classes, ForkOutput output) {
        return start(jvm);
      }
    };
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

  /** What it starts are children of this process, and end as they do there. */
  @Override
  public Stream<ProcessHandle> descendants() {
    return Stream.empty();
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
