package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.DelimitedRows;
import dev.plumbline.runners.mine.format.JsonDocument;
import dev.plumbline.runners.mine.format.JsonText;
import dev.plumbline.runners.mine.format.ReplyForm;
import dev.plumbline.runners.mine.format.ResultFormat;
import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.format.RowBody;
import dev.plumbline.runners.mine.format.RowWriter;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The endpoints that depend on who asks. */
public final class Accounts {

  private final Tokens tokens;
  private final Supplier<ListCatalog> lists;

  public Accounts(Tokens tokens, Supplier<ListCatalog> lists) {
    this.tokens = tokens;
    this.lists = lists;
  }

  public Iterator<ByteBuffer> session(ServiceRequest request, ReplyForm form) {
    return form.document(JsonDocument.value("token", JsonText.quoted(tokens.issue())));
  }

  public Iterator<ByteBuffer> whoAmI(ServiceRequest request, ReplyForm form) {
    if (!tokens.authenticate(request)) {
      throw new ServiceRefused(401, "All whoami requests must be authenticated.");
    }
    return form.document(
        JsonDocument.value(
            "user", "{\"preferences\":{},\"id\":\"1\",\"username\":\"plumbline-anonymous\"}"));
  }

  public Iterator<ByteBuffer> lists(ServiceRequest request, ReplyForm form) {
    List<ListRecord> found = lists.get().named(request.parameter("name"));
    if (form.format() == ResultFormat.JSON) {
      return form.document(
          JsonDocument.list("lists", found.stream().map(ListRecord::json).toList()));
    }
    ResultRows names =
        ResultRows.of(1, found.stream().map(list -> new @Nullable Object[] {list.name()}).toList());
    return form.dress(new RowBody(names, 0, found.size(), nameWriter(form)));
  }

  private static RowWriter nameWriter(ReplyForm form) {
    return switch (form.format()) {
      case CSV -> DelimitedRows.csv(List.of(), form.lineEnd());
      case TSV -> DelimitedRows.tsv(List.of(), form.lineEnd());
      case TEXT, XML, JSON, OBJECTS, ROWS -> DelimitedRows.text(form.lineEnd());
    };
  }

  /** Nobody can log in here, so nobody may do what takes a user: what whoever tries is told. */
  public ServiceRefused refusal(ServiceRequest request) {
    return new ServiceRefused(
        403,
        tokens.authenticate(request)
            ? "This mine can be read by all and changed by nobody."
            : "All requests of this kind must be authenticated.");
  }
}
