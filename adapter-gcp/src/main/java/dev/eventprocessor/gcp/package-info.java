/**
 * event-processor on Google Cloud Functions and Cloud Run functions.
 *
 * <p>Deploy with the entry point {@code dev.eventprocessor.gcp.CloudEventEntrypoint}, put the
 * application's jar beside this one, and there is nothing more to write:
 *
 * <pre>
 * gcloud functions deploy alarms --gen2 --runtime=java17 --trigger-topic=alarms --retry \
 *     --entry-point=dev.eventprocessor.gcp.CloudEventEntrypoint --source=...
 * </pre>
 *
 * <p>{@link dev.eventprocessor.gcp.CloudEventEntrypoint} takes events, {@link
 * dev.eventprocessor.gcp.HttpEntrypoint} requests (pushes of Pub/Sub, ticks, tasks and CloudEvents
 * among them), {@link dev.eventprocessor.gcp.BackgroundEntrypoint} events of the first generation.
 * An event is the same whichever of them takes it; {@code docs/EVENTS.md} says what each trigger
 * has.
 */
@NullMarked
package dev.eventprocessor.gcp;

import org.jspecify.annotations.NullMarked;
