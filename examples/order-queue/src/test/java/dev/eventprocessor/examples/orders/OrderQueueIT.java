package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The zip in the real Lambda runtime, between queues that behave as SQS does. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OrderQueueIT {

  /** Long enough that only a message that was postponed for less comes again within a test. */
  private static final String LONG = "90";

  private Deployed deployed;
  private SqsClient sqs;

  @BeforeAll
  void start() throws InterruptedException {
    deployed = new Deployed();
    sqs = deployed.sqs();
  }

  @AfterAll
  void stop() {
    if (deployed != null) {
      deployed.close();
    }
  }

  @Test
  void doneOrdersAreDeletedAndFailedOnesComeAgainOrAreParkedOrEndInTheDeadLetterQueue()
      throws Exception {
    String dead = deployed.queue("dead", Map.of());
    String orders =
        deployed.queue(
            "orders",
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "1",
                QueueAttributeName.REDRIVE_POLICY,
                redriveTo(dead, 3)));
    send(orders, null, "good-1", "lamp");
    send(orders, null, "late-1", "sofa");
    send(orders, null, "empty-1");
    send(orders, null, "unknown-1", "unicorn");
    send(orders, null, "good-2", "chair");

    EventSource source = new EventSource(sqs, orders, deployed.function());
    pollUntilEmpty(source, orders);

    assertEquals(
        List.of("good-1", "good-2", "late-1"), source.shipped().stream().sorted().toList());
    assertEquals("late-1", source.shipped().get(2), "restocked first");
    assertEquals(List.of("unknown-1"), orderNumbers(dead));
    assertEquals("empty-1", orderNumber((String) deployed.parked().get(0).get("body")));
  }

  @Test
  void whatFollowsALateOrderOfItsCustomerWaitsAndOtherCustomersDoNot() throws Exception {
    String orders =
        deployed.queue(
            "orders.fifo",
            Map.of(
                QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true",
                QueueAttributeName.VISIBILITY_TIMEOUT, "2"));
    send(orders, "ann", "ann-1", "lamp");
    send(orders, "ann", "ann-2", "sofa");
    send(orders, "ben", "ben-1", "lamp");
    send(orders, "ann", "ann-3", "chair");
    send(orders, "ben", "ben-2", "chair");
    EventSource source = new EventSource(sqs, orders, deployed.function());

    source.poll();

    assertEquals(List.of("ann-1", "ben-1", "ben-2"), source.shipped().stream().sorted().toList());
    pollUntilEmpty(source, orders);
    assertEquals(List.of("ann-1", "ann-2", "ann-3"), shippedTo("ann", source));
    assertEquals(List.of("ben-1", "ben-2"), shippedTo("ben", source));
  }

  @Test
  void anOrderComesAgainAfterTheDelayThatItAskedFor() throws Exception {
    String orders =
        deployed.queue("postponed", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, LONG));
    send(orders, null, "late-7", "sofa");
    send(orders, null, "good-7", "lamp");
    EventSource source = new EventSource(sqs, orders, deployed.function());

    assertEquals(List.of(2, 1), source.poll());
    pollUntilEmpty(source, orders);

    assertEquals(List.of("good-7", "late-7"), source.shipped());
  }

  /** Until nothing is left, neither to be taken nor taken and not yet visible again. */
  private void pollUntilEmpty(EventSource source, String queue) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (left(queue) > 0) {
      assertTrue(System.nanoTime() < end, () -> "messages are left; shipped: " + source.shipped());
      source.poll();
    }
  }

  private int left(String queue) {
    return sqs
        .getQueueAttributes(
            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
        .attributes()
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().toString().startsWith("ApproximateNumberOfMessages"))
        .mapToInt(entry -> Integer.parseInt(entry.getValue()))
        .sum();
  }

  private String redriveTo(String queue, int afterDeliveries) {
    String arn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":" + afterDeliveries + "}";
  }

  private void send(String queue, String customer, String order, String... items) {
    String body = Json.writeText(Map.of("order", order, "items", List.of(items)));
    sqs.sendMessage(request -> request.queueUrl(queue).messageGroupId(customer).messageBody(body));
  }

  private List<String> orderNumbers(String queue) {
    List<String> numbers = new ArrayList<>();
    for (String body : deployed.bodies(queue)) {
      numbers.add(orderNumber(body));
    }
    return numbers;
  }

  private static String orderNumber(String body) {
    return (String) ((Map<?, ?>) Json.read(body)).get("order");
  }

  private static List<String> shippedTo(String customer, EventSource source) {
    return source.shipped().stream().filter(order -> order.startsWith(customer)).toList();
  }
}
