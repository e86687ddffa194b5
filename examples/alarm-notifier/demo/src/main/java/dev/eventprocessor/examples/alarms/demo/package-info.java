/**
 * Runs the packaged alarm notifier in the clouds' runtimes on this machine and shows what happened.
 */
@NullMarked
package dev.eventprocessor.examples.alarms.demo;

import org.jspecify.annotations.NullMarked;
