package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of Google Cloud's triggers. */
final class GcpRows {

  private static final String SENDER = "the sender set it";

  private static final String CLOUD_EVENT = "it came as a CloudEvent";

  /** Events that are nothing but CloudEvents of Google's. */
  private static final String[] BUSES = {
    "audit-log",
    "cloudbuild",
    "firebase-alerts",
    "firebase-analytics",
    "firebase-auth",
    "firebase-remoteconfig",
    "firebase-testlab",
    "gcf-unknown-type",
    "cloudevents"
  };

  private GcpRows() {}

  static void addTo(List<Capabilities> all) {
    all.add(pubSub());
    all.add(storage());
    all.add(firestore());
    all.add(firebaseDatabase());
    all.add(scheduler());
    all.add(httpScheduler());
    all.add(tasks());
    for (String bus : BUSES) {
      all.add(cloudEvent("gcp." + bus, Kind.BUS).data(SENDER).opens("cloudevents").end());
    }
    all.add(http());
  }

  private static Capabilities pubSub() {
    return Capabilities.row("gcp.pubsub", Kind.TOPIC)
        .always("id", "type")
        .data("the message has more than attributes")
        .when("it did not come from the emulator", "time", "delivery.enqueued")
        .when(
            "it was not pushed to a URL",
            "source",
            "resource.id",
            "resource.name",
            "resource.account")
        .when("it did not come from a function of the 1st generation", "delivery.subscription")
        .when("the message has an ordering key", "partitionkey")
        .when("the message has some", "attributes")
        .when("an attribute of that name holds it", "traceparent")
        .when("the subscription has a dead-letter policy", "delivery.attempt")
        .opens("gcp.storage", "cloudevents")
        .end();
  }

  private static Capabilities storage() {
    return cloudEvent("gcp.storage", Kind.OBJECT)
        .data(CLOUD_EVENT + ", or the notification has the object")
        .when("a notification in a message has an object's generation", "delivery.idsource")
        .always("object.action", "object.bucket", "object.key", "object.version")
        .when("the object has it", "object.size", "object.etag", "object.contenttype", "object.url")
        .opens("cloudevents")
        .end();
  }

  private static Capabilities firestore() {
    return cloudEvent("gcp.firestore", Kind.CHANGE)
        .data("")
        .always("change.op", "change.table", "change.key", "change.key.id", "change.key.path")
        .when("there was a document before", "change.before")
        .when("there is a document after", "change.after")
        .when("a document was updated", "change.fields")
        .end();
  }

  private static Capabilities firebaseDatabase() {
    return cloudEvent("gcp.firebase-database", Kind.CHANGE)
        .data("")
        .always("change.op", "change.key", "change.key.id", "change.key.path")
        .when("there was a value before", "change.before")
        .end();
  }

  private static Capabilities scheduler() {
    return cloudEvent("gcp.scheduler", Kind.SCHEDULE)
        .data("the job has a payload")
        .always("schedule.name")
        .opens("cloudevents")
        .end();
  }

  private static Capabilities httpScheduler() {
    return Capabilities.row("gcp.http-scheduler", Kind.SCHEDULE)
        .always("id", "type", "time", "delivery.idsource")
        .always("resource.name", "schedule.name", "schedule.scheduled")
        .data("the job has a body")
        .when("the job declares it", "datacontenttype")
        .opens("cloudevents")
        .end();
  }

  private static Capabilities tasks() {
    return Capabilities.row("gcp.tasks", Kind.QUEUE)
        .always("id", "type", "resource.name", "delivery.attempt", "time")
        .data("the task has a body")
        .when("the task declares it", "datacontenttype")
        .when("a header of that name holds it", "traceparent")
        .opens("cloudevents")
        .end();
  }

  private static Capabilities http() {
    return Capabilities.row("gcp.http", Kind.HTTP)
        .always("subject", "http.method", "http.path", "http.rawpath", "http.headers")
        .always("http.query", "http.cookies")
        .when("the URL has a query", "http.rawquery")
        .when("the request has the header", "http.scheme", "http.host")
        .when("the front end tells it", "http.remoteip")
        .data("the request has a body")
        .when("the caller declares it", "datacontenttype")
        .when("a header of that name holds it", "traceparent")
        .end();
  }

  /** What Google's full names of resources add to a CloudEvent. */
  private static Capabilities.Row cloudEvent(String trigger, Kind kind) {
    return CommonRows.cloudEvent(trigger, kind)
        .when(
            "the source is one of Google's full names",
            "resource.name",
            "resource.account",
            "resource.region");
  }
}
