/**
 * Many records in one invocation, each with its own outcome.
 *
 * <p>An application meets this package where it says how failures are handled: with {@link
 * dev.eventprocessor.batch.BatchSettings}, and with a {@link dev.eventprocessor.batch.ParkingLot}
 * for events that will never be processed.
 *
 * <p>An adapter hands its records to {@link dev.eventprocessor.batch.Batch}, says by {@link
 * dev.eventprocessor.batch.Order} what their source promises, and makes the trigger's answer of the
 * {@link dev.eventprocessor.batch.BatchReport}:
 *
 * <pre>{@code
 * BatchReport report = Batch.run(processor, messages, Order.GROUPED, invocation);
 * for (BatchReport.HandedBack message : report.handedBack()) {
 *   failed.add(Map.of("itemIdentifier", message.id()));
 * }
 * }</pre>
 */
@NullMarked
package dev.eventprocessor.batch;

import org.jspecify.annotations.NullMarked;
