package dev.plumbline.runners.mine.query.parse;

import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one constraint from its named parts.
 *
 * @param part the part of a name, such as {@code op}
 * @param values its several values, none of them empty
 */
record ConstraintReader(Function<String, Optional<String>> part, List<String> values) {

  void readInto(PathQueryDraft draft) {
    String path = required("path");
    Optional<String> type = part.apply("type");
    if (type.isPresent()) {
      draft.subclass(path, type.get());
    } else {
      draft.constrain(constraint(path, Operator.of(required("op"))));
    }
  }

  private Constraint constraint(String path, Operator operator) {
    String code = part.apply("code").orElse("");
    Optional<String> loopPath = part.apply("loopPath");
    if (loopPath.isPresent()) {
      return new Constraint(path, operator.loop(), List.of(loopPath.get()), code, "");
    }
    Optional<String> ids = part.apply("ids");
    if (operator.kind() == Operator.Kind.LIST && ids.isPresent()) {
      return ofIds(path, operator, ids.get(), code);
    }
    String extraValue = part.apply("extraValue").orElse("");
    return new Constraint(path, operator, operands(operator), code, extraValue);
  }

  /** To be among some ids is to have an id that is one of them. */
  private static Constraint ofIds(String path, Operator operator, String ids, String code) {
    Operator among = operator.negative() ? Operator.NONE_OF : Operator.ONE_OF;
    return new Constraint(path + ".id", among, List.of(ids.strip().split("\\s*,\\s*")), code, "");
  }

  private List<String> operands(Operator operator) {
    return switch (operator.kind()) {
      case NULLNESS -> List.of();
      case VALUES -> values;
      case RANGES, CLASSES -> values.isEmpty() ? List.of(required("value")) : values;
      case COMPARISON, LIST, LOOKUP, LOOP -> List.of(required("value"));
    };
  }

  private String required(String name) {
    return part.apply(name)
        .orElseThrow(
            () -> QueryRefused.invalidXml("constraint: attribute '" + name + "' is required"));
  }
}
