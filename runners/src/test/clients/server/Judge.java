import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intermine.api.results.ResultElement;
import org.intermine.metadata.InterMineModelParser;
import org.intermine.metadata.Model;
import org.intermine.pathquery.PathQuery;
import org.intermine.webservice.server.core.ResultProcessor;
import org.intermine.webservice.server.exceptions.ServiceException;
import org.intermine.webservice.server.output.CSVFormatter;
import org.intermine.webservice.server.output.Formatter;
import org.intermine.webservice.server.output.JSONCountFormatter;
import org.intermine.webservice.server.output.JSONRowResultProcessor;
import org.intermine.webservice.server.output.JSONTableFormatter;
import org.intermine.webservice.server.output.StreamedOutput;
import org.intermine.webservice.server.output.TabFormatter;
import org.intermine.webservice.server.output.XMLFormatter;
import org.intermine.webservice.server.query.result.PathQueryBuilder;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What the real server's own classes say, without a database.
 *
 * <p>Arguments: the model as XML, the server's schema of queries. On standard input a question a
 * line, on standard output its answer; both are JSON. {@code {"query": XML}} is answered with the
 * query's view and root, or with status and words of the refusal. {@code {"format", "attributes",
 * "rows"}}, whose cells are pairs of a Java type and a text, is answered with the body; so is an
 * {@code "error"} with its {@code "status"} in the place of rows, and a {@code "count"}. {@code
 * {"model": true}} is answered with the model's classes.
 */
final class Judge {
  private final Model model;
  private final String schema;

  private Judge(Model model, String schema) {
    this.model = model;
    this.schema = schema;
  }

  public static void main(String[] args) throws Exception {
    Model model = new InterMineModelParser().process(Files.newBufferedReader(Path.of(args[0])));
    Model.addModel(model.getName(), model);
    Judge judge = new Judge(model, Path.of(args[1]).toUri().toString());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(judge.answer(new JSONObject(line)));
    }
  }

  private JSONObject answer(JSONObject question) {
    if (question.has("model")) {
      return new JSONObject(model.toJsonAST());
    }
    return question.has("query")
        ? verdict(question.getString("query"))
        : new JSONObject().put("body", body(question));
  }

  private JSONObject verdict(String xml) {
    JSONObject verdict = new JSONObject();
    try {
      PathQuery query = new PathQueryBuilder(null, xml, schema, () -> Map.of()).getQuery();
      return verdict.put("view", query.getView()).put("root", query.getRootClass());
    } catch (ServiceException e) {
      return verdict.put("status", e.getHttpErrorCode()).put("refused", e.getMessage());
    } catch (Exception e) {
      return verdict.put("status", 500).put("refused", e.toString());
    }
  }

  private static String body(JSONObject question) {
    String format = question.getString("format");
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    StreamedOutput output = new StreamedOutput(writer, formatter(format), "\n");
    output.setHeaderAttributes(attributes(question.getJSONObject("attributes")));
    if (question.has("error")) {
      output.setError(question.getString("error"), question.getInt("status"));
    } else if (format.equals("jsoncount")) {
      output.addResultItem(List.of(question.getString("count")));
    } else if (question.getJSONArray("rows").length() > 0) { // as the service does
      processor(format).write(rows(question.getJSONArray("rows")).iterator(), output);
    }
    output.flush();
    writer.flush();
    return text.toString();
  }

  private static Formatter formatter(String format) {
    return switch (format) {
      case "json" -> new JSONTableFormatter();
      case "jsoncount" -> new JSONCountFormatter();
      case "tab" -> new TabFormatter(false); // a mine that does not set ws.tsv.quoted
      case "csv" -> new CSVFormatter();
      case "xml" -> new XMLFormatter();
      default -> throw new IllegalArgumentException("no formatter for " + format);
    };
  }

  private static ResultProcessor processor(String format) {
    return format.equals("json")
        ? new JSONRowResultProcessor(null, JSONRowResultProcessor.Verbosity.MINIMAL)
        : new ResultProcessor();
  }

  private static Map<String, Object> attributes(JSONObject given) {
    Map<String, Object> attributes = new HashMap<>();
    for (String key : given.keySet()) {
      Object value = given.get(key);
      attributes.put(key, value instanceof JSONArray list ? list.toList() : value);
    }
    return attributes;
  }

  private static List<List<ResultElement>> rows(JSONArray given) {
    List<List<ResultElement>> rows = new ArrayList<>();
    for (Object row : given) {
      List<ResultElement> cells = new ArrayList<>();
      for (Object cell : (JSONArray) row) {
        cells.add(JSONObject.NULL.equals(cell) ? null : new ResultElement(value((JSONArray) cell)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Object value(JSONArray cell) {
    String text = cell.getString(1);
    return switch (cell.getString(0)) {
      case "java.lang.Integer", "int" -> Integer.valueOf(text);
      case "java.lang.Long", "long" -> Long.valueOf(text);
      case "java.lang.Double", "double" -> Double.valueOf(text);
      case "java.lang.Float", "float" -> Float.valueOf(text);
      case "java.lang.Boolean", "boolean" -> Boolean.valueOf(text);
      case "java.math.BigDecimal" -> new BigDecimal(text);
      case "java.util.Date" ->
          Date.from(LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());
      default -> text;
    };
  }
}
