package dev.plumbline.runners.mine.query.plan;

import java.util.List;

/**
 * A named list of objects, as the service keeps them.
 *
 * @param name how queries call it
 * @param className the class of its objects
 * @param description what is in it
 * @param ids the objects, ascending
 */
public record MineList(String name, String className, String description, List<Integer> ids) {

  public MineList {
    ids = List.copyOf(ids);
  }

  public int size() {
    return ids.size();
  }
}
