/**
 * For authors of adapters. Of all this an application needs {@link
 * dev.eventprocessor.spi.Applications#build} alone, in its tests: it builds a module as an entry
 * point does.
 *
 * <p>An entry point finds its application with {@link dev.eventprocessor.spi.Applications}, reads
 * the provider's payload through {@link dev.eventprocessor.spi.Fields}, whose errors name the field
 * and never its value, builds a {@link dev.eventprocessor.event.PortableEvent}, hands it to the
 * {@link dev.eventprocessor.EventProcessor}, and makes the outcome into what the provider expects:
 * with {@link dev.eventprocessor.spi.Results} for one event, {@link dev.eventprocessor.batch.Batch}
 * for several, {@link dev.eventprocessor.spi.HttpExchange} for a request, and {@link
 * dev.eventprocessor.spi.Failures} for what the provider's log has to tell.
 */
@NullMarked
package dev.eventprocessor.spi;

import org.jspecify.annotations.NullMarked;
