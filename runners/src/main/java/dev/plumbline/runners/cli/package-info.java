/** What the user types: picocli subcommands, help, defaults from system properties, suggestions. */
@NullMarked
package dev.plumbline.runners.cli;

import org.jspecify.annotations.NullMarked;
