package dev.plumbline.runners.mine.service;

import java.util.List;

/** The lists of the mine. They can be read, not changed. */
public record ListCatalog(List<ListRecord> lists) {

  public ListCatalog {
    lists = List.copyOf(lists);
  }

  /**
   * The lists of that name; {@code *} at either end stands for anything, an empty name for all.
   *
   * @throws ServiceRefused with status 404 if there are none
   */
  public List<ListRecord> named(String name) {
    if (name.isBlank()) {
      return lists;
    }
    List<ListRecord> found = lists.stream().filter(list -> list.isNamed(name.strip())).toList();
    if (found.isEmpty()) {
      throw new ServiceRefused(404, "No lists matched " + name.strip());
    }
    return found;
  }
}
