package dev.eventprocessor.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The clouds, and the marks by which their payloads are told apart. */
enum CloudName {
  /** Amazon Web Services: everything that has no other cloud's mark. */
  AWS,
  /** Google Cloud: a request, its parts as JSON, a CloudEvent, an event of the first generation. */
  GCP,
  /** Azure: a custom handler's payload, an event of Event Grid. */
  AZURE;

  static final String POSSIBLE = "aws, gcp, azure or auto";

  /**
   * The cloud of this name; null for {@code auto}. A CloudEvent of {@code any} cloud is read as
   * Google's.
   */
  static @Nullable CloudName named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "aws" -> AWS;
      case "gcp", "google", "any" -> GCP;
      case "azure" -> AZURE;
      case "auto", "" -> null;
      default ->
          throw new InputException("There is no cloud \"" + name + "\". Say " + POSSIBLE + ".");
    };
  }

  /** The cloud whose marks the payload has. */
  static CloudName of(byte[] payload) {
    if (HttpMessage.isOne(payload)) {
      return GCP;
    }
    @Nullable Members members = Members.ofFirst(payload);
    if (members == null) {
      return AWS;
    }
    if ((members.has("Data") && members.has("Metadata")) || isOfEventGrid(members)) {
      return AZURE;
    }
    return isOfGoogle(members) ? GCP : AWS;
  }

  /** An Event Grid event has these in either schema ("Azure Event Grid event schema"). */
  private static boolean isOfEventGrid(Members event) {
    if (event.has("specversion")) {
      return startsWith(event, "type", "Microsoft.")
          || startsWith(event, "source", "/subscriptions/");
    }
    return event.has("eventType") && event.has("eventTime") && event.has("subject");
  }

  private static boolean isOfGoogle(Members payload) {
    return payload.has("specversion")
        || isWrapped(payload)
        || (payload.has("subscription") && payload.has("message"))
        || (payload.has("context") && payload.has("data") && payload.names().size() == 2)
        || (payload.has("eventId") && payload.has("eventType") && payload.has("timestamp"));
  }

  /** AWS's requests have headers, too, but a context, or a path of another name. */
  private static boolean isWrapped(Members payload) {
    return payload.has("headers")
        && !payload.has("requestContext")
        && (payload.has("data")
            || payload.has("data_base64")
            || (payload.has("method") && (payload.has("url") || payload.has("path")))
            || payload.names().size() == 1);
  }

  private static boolean startsWith(Members members, String name, String begin) {
    @Nullable String text = members.text(name);
    return text != null && text.startsWith(begin);
  }
}
