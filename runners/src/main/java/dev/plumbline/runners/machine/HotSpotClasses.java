package dev.plumbline.runners.machine;

/**
 * HotSpot's internal bean of loaded classes: the standard ones tell neither what classes cost nor
 * where they came from. It needs {@code --add-exports=java.management/sun.management=ALL-UNNAMED}
 * and {@code -XX:+UsePerfData}.
 */
final class HotSpotClasses {
  private HotSpotClasses() {}

  /**
   * What the bean's method returns.
   *
   * @throws ReflectiveOperationException if this JVM has no such bean, or does not open it
   */
  static Object ask(String method) throws ReflectiveOperationException {
    Object bean =
        Class.forName("sun.management.ManagementFactoryHelper")
            .getMethod("getHotspotClassLoadingMBean")
            .invoke(null);
    return Class.forName("sun.management.HotspotClassLoadingMBean").getMethod(method).invoke(bean);
  }
}
