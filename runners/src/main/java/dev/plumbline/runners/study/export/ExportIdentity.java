package dev.plumbline.runners.study.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.BesideTheRows;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.table.FileForm;
import java.util.Optional;

/**
 * What two exports must have in common so that one can stand for the other. How fast they were, and
 * on which runner, is no part of it.
 *
 * @param build what exported: version and commit
 * @param form of the files
 * @param options SHA-256, in hexadecimal, of all options that are not {@link BesideTheRows}
 */
record ExportIdentity(String build, String form, String options) {
  private static final ObjectMapper OF_THE_ROWS =
      Json.mapper().copy().setAnnotationIntrospector(new RowsIntrospector());

  /**
   * Of an export that is wanted; none of one that only itself can stand for: whose pages lie on the
   * disk, or are to be recorded, or whose mine serves a file of the user's.
   */
  static Optional<ExportIdentity> of(WorkflowOptions options, FileForm form) {
    boolean pagesOnDisk =
        options.mine().mineKind() == MineKind.RECORDED || options.pages().recordTo() != null;
    if (pagesOnDisk || options.served().data() != null) {
      return Optional.empty();
    }
    ObjectNode asked = OF_THE_ROWS.valueToTree(options);
    if (options.mine().mineKind().served()) {
      asked.remove("service_root"); // it is served at another one each time
    } else {
      ObjectNode served = OF_THE_ROWS.valueToTree(options.served());
      served.fieldNames().forEachRemaining(asked::remove);
    }
    return Optional.of(
        new ExportIdentity(
            EnvironmentManifest.currentBuild(), form.label(), Sha256.of(Json.line(asked))));
  }

  /** Sees no option that is beside the rows. */
  private static final class RowsIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.hasAnnotation(BesideTheRows.class) || super.hasIgnoreMarker(member);
    }
  }
}
