package dev.plumbline.transforms.spill;

import java.nio.file.Path;

/**
 * Where a page lies.
 *
 * @param file the file it is in
 * @param index its number in the export
 * @param start the offset of its first row
 * @param rows its rows
 * @param position of its first byte in the file
 * @param length of its bytes
 * @param crc its checksum
 */
record SpilledPage(
    Path file, int index, long start, int rows, long position, int length, int crc) {}
