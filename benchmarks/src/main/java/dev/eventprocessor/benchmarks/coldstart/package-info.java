/**
 * Whole processes from start to first reply, in the clouds' own runtimes, contender by contender
 * and round by round: what a user would wait and pay for.
 */
@NullMarked
package dev.eventprocessor.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
