package dev.plumbline.runners.run;

import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.options.MineFile;
import dev.plumbline.runners.options.WorkflowOptions;
import java.nio.file.Path;

/** What the local mine of a run is made of: the same for whoever serves it and whoever judges. */
public final class LocalMineConfig {
  private LocalMineConfig() {}

  public static MineConfig of(WorkflowOptions options) {
    FaultSpec faults = FaultSpec.parse(options.served().faults());
    MineConfig config = new MineConfig(0, options.served().seed(), options.served().rows(), faults);
    MineFile file = options.served().data();
    return file == null ? config : config.withUserData(userData(file));
  }

  private static UserData userData(MineFile file) {
    UserData data = UserData.of(Path.of(file.path())).withTypes(file.types());
    return file.className() == null ? data : data.withClassName(file.className());
  }
}
