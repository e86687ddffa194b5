package dev.eventprocessor.gcp;

import dev.eventprocessor.spi.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents type of each event type of the first generation, and where its resource's name is
 * divided into source and subject ("Event types", Cloud Functions 1st gen).
 */
final class LegacyTypes {

  private static final String FIRESTORE = "providers/cloud.firestore/eventTypes/document.";

  private static final String DATABASE = "providers/google.firebase.database/eventTypes/ref.";

  private static final String STORAGE = "google.storage.object.";

  private static final String AUTH = "providers/firebase.auth/eventTypes/user.";

  private LegacyTypes() {}

  /** Null for one that is not known. */
  static @Nullable String cloudEventType(String eventType) {
    if (eventType.startsWith(FIRESTORE)) {
      return typed(FirestoreSource.TYPES, eventType.substring(FIRESTORE.length()));
    }
    if (eventType.startsWith(DATABASE)) {
      return typed("google.firebase.database.ref.v1.", eventType.substring(DATABASE.length()));
    }
    if (eventType.startsWith(STORAGE)) {
      return typed(StorageSource.TYPES, eventType.substring(STORAGE.length()));
    }
    if (eventType.startsWith(AUTH)) {
      return typed("google.firebase.auth.user.v1.", eventType.substring(AUTH.length()));
    }
    return switch (eventType) {
      case "google.pubsub.topic.publish", "providers/cloud.pubsub/eventTypes/topic.publish" ->
          PubSubSource.TYPE;
      case "providers/cloud.storage/eventTypes/object.change" -> StorageSource.TYPES + "finalized";
      case "providers/google.firebase.analytics/eventTypes/event.log" ->
          "google.firebase.analytics.log.v1.written";
      case "google.firebase.remoteconfig.update" ->
          "google.firebase.remoteconfig.remoteConfig.v1.updated";
      case "google.testing.testMatrix.complete" ->
          "google.firebase.testlab.testMatrix.v1.completed";
      default -> null;
    };
  }

  private static @Nullable String typed(String types, String verb) {
    @Nullable String past =
        switch (verb) {
          case "create" -> "created";
          case "update" -> "updated";
          case "delete" -> "deleted";
          case "write" -> "written";
          case "finalize" -> "finalized";
          case "archive" -> "archived";
          case "metadataUpdate" -> "metadataUpdated";
          default -> null;
        };
    return past == null ? null : types + past;
  }

  /** Puts source and subject, made of the resource's name. */
  static void name(
      Fields resource, @Nullable String type, @Nullable String domain, Map<String, Object> into) {
    String name = resource.requiredText("name");
    @Nullable String service = resource.text("service");
    int subject = type == null ? -1 : subjectOf(name, type);
    String source = subject < 0 ? name : name.substring(0, subject);
    if (service == null && type != null) {
      service = service(type);
    }
    if (domain != null && type != null && type.startsWith(FirebaseDatabaseSource.TYPES)) {
      source = located(source, domain);
    }
    into.put("source", service == null ? source : "//" + service + "/" + source);
    if (subject >= 0) {
      into.put("subject", withoutGeneration(name.substring(subject + 1), type));
    }
  }

  private static int subjectOf(String name, String type) {
    if (type.startsWith(FirestoreSource.TYPES)) {
      return name.indexOf("/documents/");
    }
    if (type.startsWith(FirebaseDatabaseSource.TYPES)) {
      return name.indexOf("/refs/");
    }
    if (type.startsWith("google.firebase.analytics.")) {
      return name.indexOf("/events/");
    }
    return type.startsWith(StorageSource.TYPES) ? name.indexOf("/objects/") : -1;
  }

  private static @Nullable String service(String type) {
    if (type.startsWith("google.firebase.")) {
      String product = type.substring("google.firebase.".length());
      String name = product.substring(0, product.indexOf('.'));
      return name.equals("analytics")
          ? "firebase.googleapis.com"
          : "firebase" + name + ".googleapis.com";
    }
    String product = type.substring("google.cloud.".length());
    return product.substring(0, product.indexOf('.')) + ".googleapis.com";
  }

  /** The domain's first label is the location, but for the one that is older than locations. */
  private static String located(String source, String domain) {
    int label = domain.indexOf('.');
    String location =
        domain.equals("firebaseio.com") || label < 0 ? "us-central1" : domain.substring(0, label);
    int instances = source.indexOf("/instances/");
    return instances < 0
        ? source
        : source.substring(0, instances) + "/locations/" + location + source.substring(instances);
  }

  /** An object's name ends in {@code #} and its generation. */
  private static String withoutGeneration(String subject, @Nullable String type) {
    int mark = subject.lastIndexOf('#');
    if (mark < 0 || type == null || !type.startsWith(StorageSource.TYPES)) {
      return subject;
    }
    for (int i = mark + 1; i < subject.length(); i++) {
      if (subject.charAt(i) < '0' || subject.charAt(i) > '9') {
        return subject;
      }
    }
    return subject.substring(0, mark);
  }
}
