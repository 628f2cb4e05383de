package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.Compression;
import dev.plumbline.runners.mine.format.FormatChoice;
import dev.plumbline.runners.mine.format.ReplyForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the service sees it.
 *
 * @param method the verb on the wire
 * @param suffix what follows the endpoint in the path, without slashes around it
 * @param parameters of the URL and of the form, in this order, with all values of each
 * @param accept the header, empty if there is none
 * @param userAgent the header, empty if there is none
 * @param authorization the header, empty if there is none
 */
public record ServiceRequest(
    String method,
    String suffix,
    Map<String, List<String>> parameters,
    String accept,
    String userAgent,
    String authorization) {

  /** The first value of a parameter, empty if there is none. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, List.of("")).get(0);
  }

  /** The verb that is meant: the parameter {@code method} of a GET stands for it. */
  public String verb() {
    boolean tunnelled = method.equals("GET") && !parameter("method").isBlank();
    String meant = tunnelled ? parameter("method").strip().toUpperCase(Locale.ROOT) : method;
    return meant.equals("HEAD") ? "GET" : meant;
  }

  /**
   * How the reply is to look; empty if nothing that is asked for can be served.
   *
   * @param fileName what the body is called if the request does not say
   */
  public Optional<ReplyForm> form(FormatChoice choice, String fileName) {
    return choice
        .of(suffix, parameter("format"), accept)
        .map(
            format ->
                new ReplyForm(
                    format,
                    callback(),
                    isScripted(),
                    isCount(),
                    Compression.of(parameter("compress")),
                    baseName(fileName),
                    userAgent.contains("Windows")));
  }

  private boolean isScripted() {
    return method.equals("GET")
        && (accept.startsWith("application/jsonp")
            || parameter("format").contains("jsonp")
            || !parameter("callback").isBlank());
  }

  private String callback() {
    if (!isScripted()) {
      return "";
    }
    return parameter("callback").isBlank() ? "callback" : parameter("callback");
  }

  private boolean isCount() {
    return parameter("count").equalsIgnoreCase("true")
        || parameter("format").contains("count")
        || accept.contains("type=count");
  }

  /** Only what can stand in a header between quotes. */
  private String baseName(String usual) {
    String wanted = parameter("filename").strip().replaceAll("[^ !#-\\[\\]-~]", "_");
    return wanted.isEmpty() ? usual : wanted;
  }
}
