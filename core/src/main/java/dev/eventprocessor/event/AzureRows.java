package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of Azure's triggers. */
final class AzureRows {

  /** Written entry points bind what the host always sends; more where the declaration says so. */
  private static final String BOUND = "the function binds it";

  private static final String RETRIED = "the function has a retry policy";

  private static final String SENT = "the sender set it";

  private AzureRows() {}

  static void addTo(List<Capabilities> all) {
    addQueues(all);
    addStreams(all);
    addStores(all);
    addRest(all);
  }

  private static void addQueues(List<Capabilities> all) {
    all.add(
        Capabilities.row("azure.servicebus", Kind.QUEUE, Kind.TOPIC)
            .always("type")
            .data("")
            .when("the function binds MessageId or SequenceNumber", "id")
            .when("the id is derived", "delivery.idsource")
            .when(BOUND, "time", "sequence", "expirytime", "delivery.attempt", "delivery.enqueued")
            .when(BOUND + ", and " + SENT, "partitionkey", "correlationid", "subject")
            .when(BOUND + ", and " + SENT, "datacontenttype", "attributes", "message.replyto")
            .when(BOUND + ", and " + SENT, "message.to")
            .when(BOUND, "delivery.receipt")
            .when("its app setting exists", "resource.name")
            .when("it is a topic", "delivery.subscription")
            .when("many are taken a call", "delivery.index", "delivery.size")
            .opens("azure.eventgrid", "cloudevents")
            .end());
    all.add(
        Capabilities.row("azure.queue", Kind.QUEUE)
            .always("type")
            .data("")
            .when(BOUND, "id", "time", "expirytime", "delivery.attempt", "delivery.enqueued")
            .when(BOUND, "delivery.receipt", "message.nextvisible")
            .when("its app setting exists", "resource.name")
            .opens("azure.eventgrid", "cloudevents")
            .end());
  }

  private static void addStreams(List<Capabilities> all) {
    all.add(
        Capabilities.row("azure.eventhub", Kind.STREAM)
            .always("type")
            .data("")
            .when(BOUND, "id", "time", "recordedtime", "sequence", "delivery.enqueued")
            .when(BOUND, "stream.partition", "stream.offset", "delivery.subscription")
            .when("an id is derived", "delivery.idsource")
            .when(BOUND + ", and " + SENT, "partitionkey", "correlationid", "datacontenttype")
            .when(BOUND + ", and " + SENT, "attributes")
            .when("an IoT hub's device sent it", "subject")
            .when("its app setting exists", "resource.name", "stream.name")
            .when(RETRIED, "delivery.attempt")
            .when("many are taken a call", "delivery.index", "delivery.size")
            .opens("azure.eventgrid", "cloudevents")
            .end());
    all.add(
        Capabilities.row("azure.kafka", Kind.STREAM)
            .always("type")
            .data("the record is no tombstone")
            .when("the record is bound as text", "id", "delivery.idsource", "time", "recordedtime")
            .when("the record is bound as text", "sequence", "stream.partition", "stream.offset")
            .when("the record has one", "partitionkey")
            .when("the record has some", "attributes")
            .when("its app setting exists", "resource.name", "stream.name")
            .when(RETRIED, "delivery.attempt")
            .when("many are taken a call", "delivery.index", "delivery.size")
            .opens("azure.eventgrid", "cloudevents")
            .end());
  }

  private static void addStores(List<Capabilities> all) {
    all.add(
        Capabilities.row("azure.blob", Kind.OBJECT)
            .always("type")
            .data("the content is bound")
            .when(BOUND, "id", "delivery.idsource", "source", "subject", "time", "dataref")
            .when(BOUND, "datacontenttype", "resource.name", "object.bucket", "object.key")
            .when(BOUND, "object.size", "object.etag", "object.contenttype", "object.url")
            .when("the blob has some", "attributes")
            .when("the path has parameters", "object.pathparams")
            .end());
    all.add(
        Capabilities.row("azure.cosmosdb", Kind.CHANGE)
            .always("type", "data", "change.after", "delivery.index", "delivery.size")
            .when(
                "the document has its system fields", "id", "delivery.idsource", "time", "sequence")
            .when("the document has an id", "subject", "change.key")
            .when("its app setting exists", "resource.name", "change.table", "change.database")
            .when(RETRIED, "delivery.attempt")
            .end());
  }

  private static void addRest(List<Capabilities> all) {
    all.add(
        Capabilities.row("azure.eventgrid", Kind.BUS, Kind.OBJECT)
            .when("not in a custom schema", "id", "source", "type", "time", "resource.id")
            .when("a resource of Azure is the source", "resource.name", "resource.account")
            .when(SENT, "subject", "dataschema", "datacontenttype")
            .data(SENT)
            .when("the event is a CloudEvent with extensions", "attributes")
            .when("the event is a CloudEvent with that extension", "partitionkey", "sequence")
            .when("the event is a CloudEvent with that extension", "correlationid", "causationid")
            .when("the event is a CloudEvent with that extension", "traceparent", "tracestate")
            .when("the event is a CloudEvent with that extension", "expirytime", "recordedtime")
            .when("a blob was created or deleted", "object.action")
            .when("the event is a blob's", "dataref", "object.bucket", "object.key")
            .when("the event is a blob's", "object.url", "object.sequencer")
            .when("the event says it of a blob", "object.size", "object.etag", "object.contenttype")
            .opens("azure.eventgrid", "cloudevents")
            .end());
    all.add(
        Capabilities.row("azure.timer", Kind.SCHEDULE)
            .always("type", "resource.name", "schedule.name")
            .when("the timer's state is kept", "id", "delivery.idsource", "schedule.next")
            .when("the timer ran before", "schedule.last")
            .when("the host says it", "schedule.late")
            .when(RETRIED, "delivery.attempt")
            .end());
    all.add(
        Capabilities.row("azure.http", Kind.HTTP)
            .always("type", "subject", "resource.name", "http.method", "http.path")
            .always("http.rawpath", "http.query", "http.headers", "http.cookies")
            .data("the request has a body")
            .when("the request has it", "datacontenttype", "http.rawquery")
            .when("the front end tells it", "http.remoteip")
            .when("the request has it", "http.scheme", "http.host")
            .end());
  }
}
