/**
 * The command line: what the library makes of a payload, on the developer's own machine.
 *
 * <p>{@link dev.eventprocessor.cli.Main} holds the commands. Each takes payloads apart with the
 * clouds' own adapters, called by their public entry points with stand-ins of what the clouds'
 * runtimes pass ({@link dev.eventprocessor.cli.Cloud}); nothing of a payload is read here that an
 * adapter reads, but for telling which adapter it is for.
 */
@NullMarked
package dev.eventprocessor.cli;

import org.jspecify.annotations.NullMarked;
