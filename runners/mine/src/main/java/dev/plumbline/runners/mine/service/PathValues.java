package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ByteSink;
import dev.plumbline.runners.mine.format.JsonCells;
import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonDocument.Member;
import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.format.XmlText;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that an attribute has, each with how often it occurs. */
final class PathValues {

  private final QueryResults results;

  PathValues(QueryResults results) {
    this.results = results;
  }

  /**
   * The JSON body.
   *
   * @param countOnly whether only the number of different values is wanted
   * @throws QueryRefused if the parameter {@code path} is none of the model
   */
  String json(ServiceRequest request, boolean countOnly) {
    String path = request.parameter("path").strip();
    if (path.indexOf('.') < 0) {
      throw QueryRefused.badRequest("The 'path' parameter must be a path to an attribute");
    }
    Summary summary = Summary.items(results, query(path), path);
    String count = Long.toString(summary.uniqueValues());
    if (countOnly) {
      return JsonDocument.value("count", count);
    }
    String type = summary.javaType();
    String about =
        JsonDocument.object(
            List.of(
                Member.text("class", path.substring(0, path.indexOf('.'))),
                Member.text("field", path.substring(path.lastIndexOf('.') + 1)),
                Member.text("type", type.substring(type.lastIndexOf('.') + 1)),
                Member.text("path", path),
                new Member("count", count)));
    return JsonDocument.list(about, "results", items(summary.rows()));
  }

  private QueryRequest query(String path) {
    String xml =
        "<query model=\"" + results.model().name() + "\" view=\"" + XmlText.escaped(path) + "\"/>";
    return new QueryRequest(xml, 0, Integer.MAX_VALUE);
  }

  private static List<String> items(ResultRows rows) {
    List<String> items = new ArrayList<>();
    @Nullable Object[] cells = new @Nullable Object[rows.width()];
    for (long position = 0; position < rows.count(); position++) {
      rows.read(position, cells);
      ByteSink item = new ByteSink(64);
      item.putAscii("{\"count\":" + cells[1] + ",\"value\":");
      JsonCells.write(cells[0], item);
      item.put('}');
      items.add(item.toString());
    }
    return items;
  }
}
