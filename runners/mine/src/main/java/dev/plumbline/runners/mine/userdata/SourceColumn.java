package dev.plumbline.runners.mine.userdata;

import java.util.Optional;

/**
 * A column as the file has it.
 *
 * @param name its name, as the file spells it
 * @param type its type, empty where the values must tell
 */
record SourceColumn(String name, Optional<ValueType> type) {}
