package dev.plumbline.runners.mine.query.parse;

/** A request that the service answers with an error; the message is what the client is shown. */
public final class QueryRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int status;

  public QueryRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  public static QueryRefused badRequest(String message) {
    return new QueryRefused(400, message);
  }

  public static QueryRefused invalidXml(String why) {
    return badRequest("Query does not pass XML validation. " + why);
  }

  public static QueryRefused notWellFormatted(String why) {
    return badRequest("XML is not well formatted. " + why);
  }

  public static QueryRefused invalidQuery(Iterable<String> problems) {
    return badRequest(
        "XML is well formatted but query contains errors:\n" + String.join("\n", problems) + "\n");
  }

  /** The service gives up on queries that ask too much of it. */
  public static QueryRefused tooLong(String why) {
    return new QueryRefused(500, "Query would take too long to run: " + why);
  }

  public int status() {
    return status;
  }
}
