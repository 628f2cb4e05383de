package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.Link.ToOne;
import dev.plumbline.runners.mine.MineModel.PathUnknown;
import dev.plumbline.runners.mine.ModelField.Attribute;
import dev.plumbline.runners.mine.ModelField.Reference;
import dev.plumbline.runners.mine.ResolvedPath.PartialLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/** Resolves the paths of one query against the model and the tables. */
final class PathResolver {

  private final MineModel model;
  private final MineTables tables;
  private final Set<String> outerJoins;

  PathResolver(MineModel model, MineTables tables, Set<String> outerJoins) {
    this.model = model;
    this.tables = tables;
    this.outerJoins = outerJoins;
  }

  /**
   * Resolves one path.
   *
   * @throws PathUnknown if it is not in the model
   * @throws QueryRefused if the mine holds no data for it
   */
  ResolvedPath resolve(String path) throws PathUnknown {
    List<ModelField> steps = model.follow(path);
    String root = path.split("\\.", -1)[0];
    Table table = tables.of(root).orElseThrow(() -> tables.noData("class " + root, path));
    return new Walk(path, root, table).along(steps);
  }

  /** One walk from the root table to the end of a path. */
  private final class Walk {
    private final String path;
    private final List<PartialLink> partialLinks = new ArrayList<>();
    private String prefix;
    private Table table;
    private LongUnaryOperator row = LongUnaryOperator.identity();
    private boolean outer;

    Walk(String path, String root, Table table) {
      this.path = path;
      this.prefix = root;
      this.table = table;
    }

    ResolvedPath along(List<ModelField> steps) {
      for (ModelField step : steps) {
        if (step instanceof Attribute attribute) {
          return end(attribute.type(), table.cell(attribute.name()), true);
        }
        if (step instanceof Reference reference) {
          follow(reference);
        }
      }
      return end("java.lang.Integer", table.cell("id"), false);
    }

    private void follow(Reference reference) {
      if (!(table.links().get(reference.name()) instanceof ToOne link)) {
        throw tables.noData(kind(reference) + reference.type(), path);
      }
      prefix = prefix + "." + reference.name();
      outer |= outerJoins.contains(prefix);
      row = compose(row, link.row());
      table = tables.of(link.target()).orElseThrow();
      if (!link.total()) {
        LongUnaryOperator here = row;
        partialLinks.add(new PartialLink(prefix, r -> here.applyAsLong(r) >= 0));
      }
    }

    private String kind(Reference reference) {
      return (reference.collection() ? "the collection " : "the reference ")
          + table.className()
          + "."
          + reference.name()
          + " of class ";
    }

    private ResolvedPath end(String type, Cell cell, boolean attribute) {
      return new ResolvedPath(path, type, through(row, cell), partialLinks, outer, attribute);
    }

    private Cell through(LongUnaryOperator to, Cell cell) {
      if (prefix.indexOf('.') < 0) {
        return cell;
      }
      return r -> {
        long there = to.applyAsLong(r);
        return there < 0 ? null : cell.at(there);
      };
    }
  }

  private static LongUnaryOperator compose(LongUnaryOperator first, LongUnaryOperator second) {
    return row -> {
      long middle = first.applyAsLong(row);
      return middle < 0 ? -1 : second.applyAsLong(middle);
    };
  }
}
