package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.Threads;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Does a work with a number of threads and nothing else. */
public final class PlainLoop {
  private PlainLoop() {}

  /** Does a work on a table. */
  public static Findings run(KeyedWork work, WrittenTable table, int threads) {
    return run(work, Bins.of(work.name(), work.inputs(table), work.columns(), threads), threads);
  }

  /** Does a work on what these bins hold. */
  public static Findings run(KeyedWork work, List<Bin> bins, int threads) {
    try (Threads loop = new Threads(work.name(), threads)) {
      return run(work, bins, loop);
    } catch (TableException e) {
      throw abandoned(work, e);
    }
  }

  /** Reads a table once. */
  public static Findings run(ReadWork work, WrittenTable table, int threads) {
    try (Threads loop = new Threads(work.name(), threads)) {
      List<Callable<Tally>> pieces =
          Bins.of(work.name(), List.of(table), List.of(work.columns()), threads).stream()
              .flatMap(bin -> bin.shares().stream())
              .<Callable<Tally>>map(share -> () -> work.read(share))
              .toList();
      return work.complete(loop.all(pieces).stream().reduce(Tally.NONE, Tally::plus));
    }
  }

  private static TableException abandoned(KeyedWork work, TableException failure) {
    try {
      work.abandon();
    } catch (TableException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  private static Findings run(KeyedWork work, List<Bin> bins, Threads loop) {
    KeySample sample =
        loop
            .all(
                bins.stream()
                    .<Callable<KeySample>>map(b -> () -> BinReader.sample(work, b))
                    .toList())
            .stream()
            .reduce(KeySample.NONE, KeySample::plus);
    Splitters splitters = Splitters.of(sample);
    Map<Integer, List<PackedPage>> routed = new TreeMap<>();
    loop.all(
            bins.stream()
                .<Callable<Map<Integer, List<PackedPage>>>>map(
                    bin -> () -> route(work, bin, splitters))
                .toList())
        .forEach(
            pages ->
                pages.forEach(
                    (partition, more) ->
                        routed.computeIfAbsent(partition, p -> new ArrayList<>()).addAll(more)));
    long rows = bins.stream().flatMap(bin -> bin.shares().stream()).mapToLong(Share::rows).sum();
    List<Callable<Tally>> partitionWork = new ArrayList<>();
    routed.forEach(
        (partition, pages) -> partitionWork.add(() -> Partitions.finish(work, partition, pages)));
    return work.complete(loop.all(partitionWork).stream().reduce(Tally.read(rows), Tally::plus));
  }

  private static Map<Integer, List<PackedPage>> route(
      KeyedWork work, Bin bin, Splitters splitters) {
    Map<Integer, List<PackedPage>> pages = new TreeMap<>();
    BinReader reader =
        new BinReader(
            work,
            splitters,
            (partition, page) ->
                pages.computeIfAbsent(partition, p -> new ArrayList<>()).add(page));
    bin.shares().forEach(reader::read);
    reader.flush();
    return pages;
  }
}
