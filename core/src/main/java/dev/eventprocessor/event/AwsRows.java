package dev.eventprocessor.event;

import java.util.List;

/** The capabilities of AWS Lambda's triggers that carry messages, records, objects and logs. */
final class AwsRows {

  private static final String[] MESSAGES = {
    "aws.sns", "aws.s3", "aws.eventbridge", "aws.schedule", "cloudevents"
  };

  private static final String SOME = "the message has some";

  private static final String NAMED = "an attribute of that name holds it";

  private AwsRows() {}

  static void addTo(List<Capabilities> all) {
    addQueues(all);
    addTopicsAndBuses(all);
    addObjects(all);
    addStreams(all);
    addChanges(all);
    addLogs(all);
    AwsRequestRows.addTo(all);
  }

  private static void addQueues(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.sqs", Kind.QUEUE)
            .always("id", "source", "type", "time")
            .data("")
            .always("resource.id", "resource.name")
            .when("the ARN says it", "resource.region", "resource.account")
            .always("delivery.attempt", "delivery.enqueued", "delivery.firstreceived")
            .always("delivery.index", "delivery.size", "delivery.receipt")
            .when("the message has a group", "partitionkey")
            .when("the queue is FIFO", "sequence")
            .when(SOME, "attributes")
            .when("an attribute or the trace header has it", "traceparent")
            .opens(MESSAGES)
            .end());
    all.add(
        broker("aws.activemq")
            .always("id", "time", "delivery.enqueued")
            .when("the message belongs to a group", "partitionkey")
            .when("the message expires", "expirytime")
            .when("the sender set it", "message.to")
            .opens("cloudevents")
            .end());
    all.add(
        broker("aws.rabbitmq")
            .when("the sender set it", "id", "message.contenttype", "datacontenttype")
            .opens("cloudevents")
            .end());
  }

  private static Capabilities.Row broker(String trigger) {
    return Capabilities.row(trigger, Kind.QUEUE)
        .always("source", "type")
        .data("")
        .always("resource.id", "resource.name")
        .when("the ARN says it", "resource.region", "resource.account")
        .always("delivery.index", "delivery.size")
        .when("the broker says it", "delivery.redelivered")
        .when("the sender set it", "correlationid", "message.replyto", "message.label")
        .when(SOME, "attributes")
        .when(NAMED, "traceparent");
  }

  private static void addTopicsAndBuses(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.sns", Kind.TOPIC)
            .always("id", "source", "type", "time")
            .data("")
            .always("resource.id", "resource.name")
            .when("the ARN says it", "resource.region", "resource.account")
            .when("the sender set it", "subject")
            .when(SOME, "attributes")
            .when(NAMED, "traceparent")
            .when("it came to the function directly", "delivery.index", "delivery.size")
            .when("it came to the function directly", "delivery.subscription")
            .opens(MESSAGES)
            .end());
    all.add(
        bus("aws.eventbridge", Kind.BUS, Kind.OBJECT)
            .when("the event has a resource", "resource.id", "resource.name")
            .when("an S3 event", "subject", "object.bucket", "object.key")
            .when("an S3 event that changes the object", "object.action")
            .when("an S3 event whose object is still there", "object.size", "object.etag")
            .when("an S3 event; the bucket keeps versions", "object.version")
            .when("an S3 event that says the order", "object.sequencer")
            .opens("cloudevents")
            .end());
    all.add(
        bus("aws.schedule", Kind.SCHEDULE)
            .always("resource.id", "resource.name", "schedule.name", "schedule.scheduled")
            .end());
    all.add(record("aws.ses").always("id", "time").data("").end());
    all.add(
        record("aws.codecommit")
            .always("time", "resource.id", "resource.name", "resource.region")
            .always("resource.account")
            .when("the service sends one", "id")
            .data("")
            .end());
  }

  private static Capabilities.Row bus(String trigger, Kind... kinds) {
    return Capabilities.row(trigger, kinds)
        .always("id", "source", "type", "time")
        .data("the event has a detail")
        .always("resource.region", "resource.account");
  }

  private static Capabilities.Row record(String trigger) {
    return Capabilities.row(trigger, Kind.BUS)
        .always("source", "type", "delivery.index", "delivery.size");
  }

  private static void addObjects(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.s3", Kind.OBJECT)
            .always("id", "source", "type", "subject", "time", "delivery.idsource")
            .data("")
            .always("resource.id", "resource.name", "resource.region")
            .always("object.bucket", "object.key")
            .when("it came to the function directly", "delivery.index", "delivery.size")
            .when("created, deleted, archived or its metadata changed", "object.action")
            .when("the object is still there", "object.size", "object.etag")
            .when("the bucket keeps versions", "object.version")
            .when("the event says the order", "object.sequencer")
            .end());
  }

  private static void addStreams(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.kinesis", Kind.STREAM)
            .always("source", "type")
            .always("resource.id", "resource.name")
            .when("the ARN says it", "resource.region", "resource.account")
            .when("not the end of a window", "id", "time", "recordedtime", "partitionkey")
            .when("not the end of a window", "sequence", "delivery.enqueued", "delivery.index")
            .when("not the end of a window", "delivery.size", "stream.name", "stream.partition")
            .data("not the end of a window")
            .when("the function has a tumbling window", "delivery.window")
            .opens("cloudevents")
            .end());
    all.add(kafka("aws.msk").always("source", "resource.id", "resource.region").end());
    all.add(kafka("aws.kafka-selfmanaged").end());
    all.add(transform("aws.firehose").always("time", "delivery.enqueued").end());
    all.add(
        transform("aws.kinesis-analytics")
            .when("the service sends it", "time", "delivery.enqueued")
            .end());
  }

  private static Capabilities.Row kafka(String trigger) {
    Capabilities.Row row =
        Capabilities.row(trigger, Kind.STREAM)
            .always("id", "delivery.idsource", "type", "time", "sequence", "resource.name")
            .data("not a tombstone")
            .always("stream.name", "stream.partition", "stream.offset")
            .always("delivery.index", "delivery.size")
            .when("the record has a key", "stream.key")
            .when("the record has a key that is text", "partitionkey")
            .when("the record has some", "stream.headers", "attributes")
            .when("a header of that name holds it", "traceparent")
            .when("the topic has append time", "recordedtime")
            .when("a schema registry is used", "dataschema");
    if (trigger.equals("aws.msk")) {
      row.always("resource.account");
    }
    return row.opens("cloudevents");
  }

  private static Capabilities.Row transform(String trigger) {
    return Capabilities.row(trigger, Kind.STREAM)
        .always("id", "type", "delivery.index", "delivery.size")
        .data("the record has any")
        .when("the service sends it", "source", "resource.id", "resource.name")
        .when("the service sends it", "resource.region", "resource.account")
        .when("the source is a Kinesis stream", "partitionkey", "sequence")
        .when("the source is a stream or Kafka", "stream.partition")
        .when("the source is Kafka", "stream.offset");
  }

  private static void addChanges(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.dynamodb", Kind.CHANGE)
            .always("source", "type")
            .always("resource.id", "resource.name")
            .when("the ARN says it", "resource.region", "resource.account")
            .when("not the end of a window", "id", "sequence", "delivery.index", "delivery.size")
            .when("not the end of a window", "change.op", "change.table", "change.key")
            .when("not the end of a window", "change.view")
            .when("the service sends it", "time")
            .data("the view has new images and the item is still there")
            .when("the view has new images and the item is still there", "change.after")
            .when("the view has old images and the item was there", "change.before")
            .when("the item was removed", "change.expired")
            .when("the function has a tumbling window", "delivery.window")
            .end());
    all.add(
        Capabilities.row("aws.documentdb", Kind.CHANGE)
            .always("id", "source", "type", "delivery.index", "delivery.size")
            .always("resource.id", "resource.region", "resource.account")
            .when("the service sends it", "time")
            .when("a database changed", "resource.name")
            .when("a document changed", "change.op", "change.table", "change.key")
            .data("the stream includes full documents")
            .when("the stream includes full documents", "change.after")
            .end());
  }

  private static void addLogs(List<Capabilities> all) {
    all.add(
        Capabilities.row("aws.cloudwatch-logs", Kind.LOGS)
            .always("id", "delivery.idsource", "source", "type", "subject")
            .always("resource.name", "resource.account")
            .data("")
            .end());
    all.add(
        Capabilities.row("aws.cloudwatch-alarm", Kind.LOGS)
            .always("id", "delivery.idsource", "source", "type", "subject", "time")
            .always("resource.id", "resource.name")
            .when("the ARN says it", "resource.region", "resource.account")
            .data("")
            .end());
  }
}
