package dev.eventprocessor.gcp;

import dev.eventprocessor.event.PortableEvent;

/**
 * Which source a CloudEvent is for, by its type alone: types are documented and belong to Google
 * ("CloudEvents types", google-cloudevents). A new trigger is one file and one line here.
 */
final class Sources {

  private Sources() {}

  /**
   * The portable event, finished but for {@code raw}.
   *
   * @throws dev.eventprocessor.InvalidEventException when the data is not what its type documents
   */
  static PortableEvent event(Received received) {
    String type = received.type();
    if (!type.startsWith("google.")) {
      return CloudEventSource.event(received, CloudEventSource.TRIGGER);
    }
    if (type.equals(PubSubSource.TYPE)) {
      return PubSubSource.event(received);
    }
    if (type.startsWith(StorageSource.TYPES)) {
      return StorageSource.event(received);
    }
    if (type.startsWith(FirestoreSource.TYPES)) {
      return FirestoreSource.event(received);
    }
    if (type.startsWith(FirebaseDatabaseSource.TYPES)) {
      return FirebaseDatabaseSource.event(received);
    }
    if (type.equals(SchedulerSource.TYPE)) {
      return SchedulerSource.event(received);
    }
    return CloudEventSource.event(received, busTrigger(type));
  }

  /** Those of which nothing is known but that they are events on a bus. */
  private static String busTrigger(String type) {
    if (type.startsWith("google.cloud.audit.log.")) {
      return "gcp.audit-log";
    }
    if (type.startsWith("google.cloud.cloudbuild.build.")) {
      return "gcp.cloudbuild";
    }
    if (type.startsWith("google.firebase.auth.user.")) {
      return "gcp.firebase-auth";
    }
    if (type.startsWith("google.firebase.firebasealerts.alerts.")) {
      return "gcp.firebase-alerts";
    }
    if (type.startsWith("google.firebase.analytics.log.")) {
      return "gcp.firebase-analytics";
    }
    if (type.startsWith("google.firebase.remoteconfig.remoteConfig.")) {
      return "gcp.firebase-remoteconfig";
    }
    return type.startsWith("google.firebase.testlab.testMatrix.")
        ? "gcp.firebase-testlab"
        : CloudEventSource.TRIGGER;
  }
}
