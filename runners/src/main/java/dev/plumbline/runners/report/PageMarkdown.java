package dev.plumbline.runners.report;

import java.util.List;
import java.util.stream.Collectors;

/** A page as GitHub's Markdown has it. */
public final class PageMarkdown {
  private PageMarkdown() {}

  /** The page, with an empty line between blocks. */
  public static String of(Page page) {
    return page.blocks().stream()
        .map(block -> block instanceof Table table ? table(table) : paragraph(block))
        .collect(Collectors.joining("\n"));
  }

  private static String paragraph(Page.Block block) {
    List<String> lines = ((Page.Paragraph) block).lines();
    return lines.stream().anyMatch(line -> line.startsWith(" "))
        ? String.join("\n", lines).indent(4) // laid out by its spaces
        : lines.stream().map(PageMarkdown::text).collect(Collectors.joining("\\\n", "", "\n"));
  }

  private static String table(Table table) {
    List<String> names = table.columns().stream().map(Table.Column::name).toList();
    return row(names)
        + table.columns().stream()
            .map(column -> column.number() ? "|---:" : "|---")
            .collect(Collectors.joining())
        + "|\n"
        + table.rows().stream()
            .map(Table.Row::cells)
            .map(PageMarkdown::row)
            .collect(Collectors.joining());
  }

  /** Text from a mine or a file is neither layout nor markup. */
  private static String text(String any) {
    return any.replaceAll("\\p{Cc}+", " ").replace("<", "&lt;");
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> text(cell.strip()).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
