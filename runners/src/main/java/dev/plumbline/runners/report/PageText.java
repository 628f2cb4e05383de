package dev.plumbline.runners.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in a terminal. */
public final class PageText {
  private static final String GAP = "  ";

  /** Text from a mine or a file must not command a terminal. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private PageText() {}

  /** The page, with an empty line before each block. */
  public static String of(Page page) {
    return page.blocks().stream()
        .map(PageText::lines)
        .map(lines -> System.lineSeparator() + String.join("", lines))
        .collect(Collectors.joining());
  }

  private static List<String> lines(Page.Block block) {
    Stream<String> lines =
        block instanceof Table table ? rows(table) : ((Page.Paragraph) block).lines().stream();
    return lines
        .map(line -> CONTROL.matcher(line.replaceAll("[\\r\\n\\t]+", " ")).replaceAll("?"))
        .map(line -> line.stripTrailing() + System.lineSeparator())
        .toList();
  }

  private static Stream<String> rows(Table table) {
    int[] widths = widths(table);
    Stream<Table.Row> head =
        table.hasHead()
            ? Stream.of(new Table.Row(table.columns().stream().map(Table.Column::name).toList()))
            : Stream.empty();
    return Stream.concat(head, table.rows().stream()).map(row -> line(row, table, widths));
  }

  private static String line(Table.Row row, Table table, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      boolean spans = i == row.cells().size() - 1 && i < widths.length - 1;
      String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
      cells.add(spans ? cell : table.columns().get(i).number() ? space + cell : cell + space);
    }
    return String.join(GAP, cells);
  }

  /** Each column is as wide as its widest cell; one that takes up other columns makes none wide. */
  private static int[] widths(Table table) {
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      List<Integer> lengths =
          table.rows().stream()
              .map(Table.Row::cells)
              .filter(cells -> column < cells.size())
              .filter(cells -> column < cells.size() - 1 || cells.size() == widths.length)
              .map(cells -> cells.get(column).length())
              .toList();
      int head = table.columns().get(i).name().length();
      widths[i] = lengths.isEmpty() ? head : Math.max(head, Collections.max(lengths));
    }
    return widths;
  }
}
