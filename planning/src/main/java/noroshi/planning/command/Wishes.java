package noroshi.planning.command;

import java.nio.file.Path;
import java.util.Optional;
import noroshi.planning.search.Effort;

/**
 * What whoever calls {@code ./noroshi plan} asked for.
 *
 * @param file     what is to be planned
 * @param scenario the one of the file's scenarios to look at; empty: as the command likes
 * @param json     the whole result as one JSON object instead of a report
 * @param pictures folder for SVG pictures; empty: none
 * @param seed     of everything random
 */
record Wishes(Path file, Optional<String> scenario, boolean json, Optional<Path> pictures, long seed, Effort effort) {}
