/**
 * The portable event: one shape for what happens on every cloud.
 *
 * <p>An adapter makes each of its provider's payloads into a map with CloudEvents' names on top, so
 * that a processor which names no vendor runs on all of them:
 *
 * <pre>{@code
 * id, source, type, subject, time, datacontenttype, data    as CloudEvents 1.0 has them
 * partitionkey, sequence, traceparent, ...                  their known extensions
 * kind         queue, topic, bus, object, change, ...       what portable filters use
 * cloud        aws, gcp, azure
 * trigger      aws.sqs, gcp.pubsub, azure.servicebus, ...
 * resource     { id, name, region, account }                where it came from
 * delivery     { attempt, enqueued, index, size, path, ...} how it was delivered
 * attributes   { ... }                                      the user's own message attributes
 * message, object, schedule, change, stream, http           what only one kind has
 * raw          the provider's payload, untouched
 * }</pre>
 *
 * <p>A key exists only when its value is known: absent, not null. Nothing is invented: no made-up
 * time, no random id. Data that does not decode is there as text or bytes, and {@code dataerror}
 * says why.
 *
 * <p>{@link dev.eventprocessor.event.PortableEvent} builds one; {@link
 * dev.eventprocessor.event.Content} decodes what a message carries when it is first read; {@link
 * dev.eventprocessor.event.Envelopes} opens events that travel inside of others; {@link
 * dev.eventprocessor.event.CapabilityTable} says what the events of each trigger have. {@link
 * dev.eventprocessor.event.CloudEvents} and {@link dev.eventprocessor.event.HttpText} read what is
 * spelled alike on every cloud.
 */
@NullMarked
package dev.eventprocessor.event;

import org.jspecify.annotations.NullMarked;
