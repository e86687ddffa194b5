/**
 * The compiled form of a registry's filters: finds those that an event satisfies without asking
 * each.
 */
@NullMarked
package dev.eventprocessor.internal.index;

import org.jspecify.annotations.NullMarked;
