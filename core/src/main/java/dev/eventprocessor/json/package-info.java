/**
 * Bytes to plain maps and back.
 *
 * <p>{@link dev.eventprocessor.json.Json} reads JSON into {@code Map}, {@code List}, {@code
 * String}, {@code Boolean}, {@code Long}, {@code Double} and, where a double would round, {@code
 * BigDecimal}; it bounds size and depth ({@link dev.eventprocessor.json.JsonLimits}), and its
 * errors name the place, never the text. Adapters use it for payloads; applications for what they
 * send on.
 */
@NullMarked
package dev.eventprocessor.json;

import org.jspecify.annotations.NullMarked;
