package dev.eventprocessor.examples.orders;

import dev.eventprocessor.Event;
import dev.eventprocessor.batch.ParkingLot;
import dev.eventprocessor.batch.RetryDelay;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Another queue as the parking lot, and SQS's visibility time-out as the delay before another
 * delivery. Thread-safe; the client is made when the first order needs it.
 */
final class Queues implements ParkingLot, RetryDelay {

  private final String parked;

  Queues(String parked) {
    this.parked = parked;
  }

  /** The message as SQS delivered it: it can be sent again when the fault is mended. */
  @Override
  public void park(Event event, Throwable reason) {
    String message = event.json("raw");
    Client.SQS.sendMessage(request -> request.queueUrl(parked).messageBody(message));
  }

  /** SQS takes whole seconds, up to twelve hours. A stream has no such call, and no receipt. */
  @Override
  public void postpone(Event event, Duration delay) {
    if (!event.has("delivery.receipt")) {
      return;
    }
    String queue = event.text("resource.name");
    String url = Client.SQS.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    Client.SQS.changeMessageVisibility(
        request ->
            request
                .queueUrl(url)
                .receiptHandle(event.text("delivery.receipt"))
                .visibilityTimeout((int) Math.min(delay.toSeconds(), 43_200)));
  }

  private static final class Client {
    static final SqsClient SQS =
        SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }
}
