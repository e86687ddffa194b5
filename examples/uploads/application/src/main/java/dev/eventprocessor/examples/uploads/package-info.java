/** Keeps a catalogue of what is uploaded to a store: an application that names no cloud. */
@NullMarked
package dev.eventprocessor.examples.uploads;

import org.jspecify.annotations.NullMarked;
