package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.service.TemplateConstraint.Switching;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request fills into a template: {@code constraintN, opN, valueN, extraN, codeN}. */
final class TemplateValues {

  private static final int MOST_CONSTRAINTS = 26;

  /** Words that stand for operators whose signs are awkward in a URL. */
  private static final Map<String, String> OPERATOR_WORDS =
      Map.of("eq", "=", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=");

  private final List<TemplateConstraint> values;

  private TemplateValues(List<TemplateConstraint> values) {
    this.values = values;
  }

  static TemplateValues of(ServiceRequest request) {
    List<TemplateConstraint> values = new ArrayList<>();
    for (int n = 1; n <= MOST_CONSTRAINTS; n++) {
      if (isGiven(request, n)) {
        values.add(value(request, n));
      }
    }
    return new TemplateValues(values);
  }

  private static boolean isGiven(ServiceRequest request, int n) {
    return List.of("constraint", "op", "value", "extra", "code").stream()
        .anyMatch(name -> !request.parameter(name + n).isEmpty());
  }

  private static TemplateConstraint value(ServiceRequest request, int n) {
    String op = operator(require(request, "op", n));
    List<String> values = request.parameters().getOrDefault("value" + n, List.of());
    boolean unary = op.startsWith("IS ");
    boolean multi = op.equals("ONE OF") || op.equals("NONE OF");
    if (values.isEmpty() && !unary) {
      throw incomplete(n, "no values were provided. Missing parameter 'value" + n + "'.");
    }
    if (values.size() > 1 && !multi) {
      throw ServiceRefused.badRequest(
          "An operation was provided ('"
              + op
              + "') that expected at most one value, but "
              + values.size()
              + " values were provided using the parameter 'value"
              + n
              + "'.");
    }
    return new TemplateConstraint(
        require(request, "constraint", n),
        op,
        unary ? List.of() : values,
        request.parameter("extra" + n),
        request.parameter("code" + n),
        true,
        Switching.ON);
  }

  private static String require(ServiceRequest request, String name, int n) {
    String value = request.parameter(name + n);
    if (value.isEmpty()) {
      throw incomplete(n, "one is missing: '" + name + n + "'.");
    }
    return value;
  }

  private static ServiceRefused incomplete(int n, String what) {
    return ServiceRefused.badRequest(
        "parameters were provided for constraint " + n + " but " + what);
  }

  private static String operator(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return OPERATOR_WORDS.getOrDefault(lower, text.strip().toUpperCase(Locale.ROOT));
  }

  /**
   * The template's constraints with these values; those that are not given and optional are off.
   */
  List<TemplateConstraint> fillIn(Template template) {
    values.forEach(value -> requireOne(template, value));
    return template.constraints().stream()
        .map(constraint -> constraint.editable() ? filled(template, constraint) : constraint)
        .toList();
  }

  private void requireOne(Template template, TemplateConstraint value) {
    long places = template.editable().stream().filter(c -> c.path().equals(value.path())).count();
    long given = values.stream().filter(c -> c.path().equals(value.path())).count();
    if (given > places) {
      throw ServiceRefused.badRequest(
          "There were more constraints specified in the request than there are editable constraints"
              + " for path "
              + value.path()
              + ".");
    }
  }

  private TemplateConstraint filled(Template template, TemplateConstraint constraint) {
    return values.stream()
        .filter(value -> value.path().equals(constraint.path()))
        .filter(value -> value.code().isEmpty() || value.code().equals(constraint.code()))
        .findFirst()
        .map(value -> withCode(value, constraint.code()))
        .orElseGet(() -> unfilled(template, constraint));
  }

  private static TemplateConstraint withCode(TemplateConstraint value, String code) {
    return new TemplateConstraint(
        value.path(), value.op(), value.values(), value.extra(), code, true, Switching.ON);
  }

  private static TemplateConstraint unfilled(Template template, TemplateConstraint constraint) {
    if (constraint.switching() == Switching.LOCKED) {
      throw ServiceRefused.badRequest(
          "There isn't a specified constraint value and operation for path "
              + constraint.path()
              + " in the request; this constraint of the template "
              + template.name()
              + " is required.");
    }
    return constraint;
  }
}
