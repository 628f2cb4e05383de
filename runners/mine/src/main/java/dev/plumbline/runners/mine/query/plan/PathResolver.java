package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Link;
import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.MineModel.PathUnknown;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.model.ModelField.Attribute;
import dev.plumbline.runners.mine.model.ModelField.Reference;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.List;
import java.util.Optional;

/** Resolves the paths of one query against the model and the tables, and joins what they pass. */
final class PathResolver {

  private static final int MOST_JOINS = 64;

  private final PathQuery query;
  private final MineModel model;
  private final MineTables tables;
  private final JoinNode root;
  private int joins;

  /**
   * Begins at the root of a query.
   *
   * @throws PathUnknown if it is no class of the model
   * @throws QueryRefused if the mine holds no data for it
   */
  PathResolver(PathQuery query, MineModel model, MineTables tables) throws PathUnknown {
    this.query = query;
    this.model = model;
    this.tables = tables;
    ModelClass type = model.typeAt(query.root(), query.subclasses());
    Table table =
        tables
            .of(type.name())
            .orElseThrow(() -> noData("class " + type.name(), query.view().get(0)));
    root = JoinNode.root(query.root(), type, table);
  }

  JoinNode root() {
    return root;
  }

  /**
   * Resolves a path to an attribute or an object.
   *
   * @throws PathUnknown if it is not in the model
   * @throws QueryRefused if the mine holds no data for it
   */
  QueryPath resolve(String path) throws PathUnknown {
    return resolve(path, false);
  }

  /** The same for a path that is asked whether it is null: it does not join where it leads. */
  QueryPath resolveUnjoined(String path) throws PathUnknown {
    return resolve(path, true);
  }

  private QueryPath resolve(String path, boolean unjoined) throws PathUnknown {
    List<String> parts = List.of(path.split("\\.", -1));
    JoinNode node = root;
    for (int i = 1; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      ModelField field = model.step(path, node.type(), parts.get(i));
      if (field instanceof Attribute attribute) {
        if (!last) {
          throw PathUnknown.afterAttribute(path);
        }
        return new QueryPath.ToAttribute(path, node, attribute.name(), attribute.type());
      }
      Reference reference = (Reference) field;
      if (last && unjoined) {
        Link link = link(node, reference, path);
        return new QueryPath.ToLink(path, node, link, query.outerJoins().contains(path));
      }
      node = follow(node, reference, path);
    }
    return new QueryPath.ToObject(path, node);
  }

  private JoinNode follow(JoinNode node, Reference reference, String path) throws PathUnknown {
    Optional<JoinNode> known = node.child(reference.name());
    return known.isPresent() ? known.get() : join(node, reference, path);
  }

  private JoinNode join(JoinNode node, Reference reference, String path) throws PathUnknown {
    if (++joins > MOST_JOINS) {
      throw QueryRefused.tooLong("more than " + MOST_JOINS + " classes are joined");
    }
    String here = node.path() + "." + reference.name();
    ModelClass type = model.typeAt(here, query.subclasses());
    JoinTarget target = target(link(node, reference, path), type, here, path);
    return node.join(reference.name(), type, target, query.outerJoins().contains(here));
  }

  private Link link(JoinNode node, Reference reference, String path) {
    Link link = node.table().links().get(reference.name());
    if (link == null) {
      throw noData(kind(reference, node.table()) + reference.type(), path);
    }
    return link;
  }

  private JoinTarget target(Link link, ModelClass type, String here, String path) {
    Table held = tables.of(link.target()).orElseThrow();
    boolean narrows = query.subclasses().containsKey(here);
    if (!narrows || model.isA(held.className(), type.name())) {
      return JoinTarget.of(held, link);
    }
    Table part = tables.of(type.name()).orElseThrow(() -> noData("class " + type.name(), path));
    return JoinTarget.narrowed(held, part, link);
  }

  private static String kind(Reference reference, Table table) {
    return (reference.collection() ? "the collection " : "the reference ")
        + table.className()
        + "."
        + reference.name()
        + " of class ";
  }

  private QueryRefused noData(String what, String path) {
    return QueryRefused.badRequest(tables.noData(what, path));
  }
}
