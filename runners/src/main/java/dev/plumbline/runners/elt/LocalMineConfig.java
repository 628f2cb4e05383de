package dev.plumbline.runners.elt;

import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.faults.FaultSpec;
import dev.plumbline.runners.mine.userdata.UserData;
import dev.plumbline.runners.options.EltOptions;
import dev.plumbline.runners.options.MineFile;
import java.nio.file.Path;

/** What the local mine of a run is made of: the same for whoever serves it and whoever judges. */
final class LocalMineConfig {
  private LocalMineConfig() {}

  static MineConfig of(EltOptions options) {
    FaultSpec faults = FaultSpec.parse(options.mineFaults());
    MineConfig config = new MineConfig(0, options.mineSeed(), options.mineRows(), faults);
    MineFile file = options.mineData();
    return file == null ? config : config.withUserData(userData(file));
  }

  private static UserData userData(MineFile file) {
    UserData data = UserData.of(Path.of(file.path())).withTypes(file.types());
    return file.className() == null ? data : data.withClassName(file.className());
  }
}
