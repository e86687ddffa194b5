package dev.eventprocessor;

import org.jspecify.annotations.Nullable;

/**
 * That a processor ran.
 *
 * @param processor its name
 * @param value what it returned; null for nothing
 */
public record Result(String processor, @Nullable Object value) {}
