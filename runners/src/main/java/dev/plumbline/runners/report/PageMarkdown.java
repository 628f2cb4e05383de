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
    return String.join("\n", ((Page.Paragraph) block).lines()) + "\n";
  }

  private static String table(Table table) {
    List<String> names = table.columns().stream().map(Table.Column::name).toList();
    return row(names)
        + "|---".repeat(names.size())
        + "|\n"
        + table.rows().stream()
            .map(Table.Row::cells)
            .map(PageMarkdown::row)
            .collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.strip().replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
