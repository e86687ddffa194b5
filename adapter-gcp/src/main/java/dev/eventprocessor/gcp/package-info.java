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
 * <p>A Pub/Sub message becomes a portable {@code topic} event with the message's own content as
 * {@code data}; any other CloudEvent a {@code bus} event.
 */
@NullMarked
package dev.eventprocessor.gcp;

import org.jspecify.annotations.NullMarked;
