package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads an expression over constraint codes such as {@code A and (B or C)}; {@code and} binds
 * tighter.
 */
final class ConstraintLogic {

  private static final int MAX_DEPTH = 100;

  private final Set<String> unused;
  private final Set<String> codes;
  private final Deque<String> tokens;
  private int depth;

  private ConstraintLogic(String logic, Collection<String> codes) {
    this.codes = new LinkedHashSet<>(codes);
    this.unused = new LinkedHashSet<>(codes);
    String spaced = logic.replace("(", " ( ").replace(")", " ) ").strip();
    this.tokens = new ArrayDeque<>(List.of(spaced.split("\\s+")));
  }

  /** A part of an expression. */
  sealed interface Term {

    /** One constraint. */
    record Code(String code) implements Term {}

    record All(List<Term> terms) implements Term {}

    record Any(List<Term> terms) implements Term {}
  }

  /**
   * What must hold, term by term; a code that {@code logic} does not mention must hold as well.
   *
   * @throws QueryRefused if it is not an expression over the codes
   */
  static List<Term> conjuncts(String logic, Collection<String> codes) {
    List<Term> conjuncts = new ArrayList<>();
    ConstraintLogic parser = new ConstraintLogic(logic, codes);
    if (!logic.isEmpty()) {
      flatten(parser.whole(), conjuncts);
    }
    parser.unused.forEach(code -> conjuncts.add(new Term.Code(code)));
    return conjuncts;
  }

  private static void flatten(Term term, List<Term> conjuncts) {
    if (term instanceof Term.All all) {
      all.terms().forEach(one -> flatten(one, conjuncts));
    } else {
      conjuncts.add(term);
    }
  }

  private Term whole() {
    Term whole = anyOf();
    if (!tokens.isEmpty()) {
      throw unexpected(tokens.remove());
    }
    return whole;
  }

  private Term anyOf() {
    List<Term> terms = new ArrayList<>(List.of(allOf()));
    while (next("or")) {
      terms.add(allOf());
    }
    return terms.size() == 1 ? terms.get(0) : new Term.Any(terms);
  }

  private Term allOf() {
    List<Term> terms = new ArrayList<>(List.of(one()));
    while (next("and")) {
      terms.add(one());
    }
    return terms.size() == 1 ? terms.get(0) : new Term.All(terms);
  }

  private Term one() {
    String token = tokens.isEmpty() ? "" : tokens.remove();
    if (token.equals("(")) {
      return group();
    }
    if (!codes.contains(token)) {
      throw unexpected(token);
    }
    unused.remove(token);
    return new Term.Code(token);
  }

  private Term group() {
    if (++depth > MAX_DEPTH) {
      throw unexpected("(");
    }
    Term term = anyOf();
    if (!next(")")) {
      throw unexpected(tokens.isEmpty() ? "" : tokens.remove());
    }
    depth--;
    return term;
  }

  private boolean next(String word) {
    boolean found = !tokens.isEmpty() && tokens.element().equalsIgnoreCase(word);
    if (found) {
      tokens.remove();
    }
    return found;
  }

  private QueryRefused unexpected(String token) {
    return QueryRefused.notWellFormatted("Constraint logic: unexpected \"" + token + "\"");
  }
}
