package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.examples.orders.ShardMapping.StreamRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The zip of the queue's application on a stream: in the real Lambda runtime, behind a mapping that
 * behaves as the service's does.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class StreamContract {

  /** The calls where each customer has a shard. */
  static final List<List<String>> A_SHARD_A_CUSTOMER =
      List.of(
          List.of("ann-1", "ann-2", "ann-3"),
          List.of("ann-2", "ann-3"),
          List.of("ben-1", "ben-2", "ben-3", "ben-4"),
          List.of("ben-3", "ben-4"),
          List.of("ben-3"),
          List.of("ben-3"),
          List.of("ben-4"));

  private Deployed deployed;

  /** Makes the stream; skips the test where there is nothing to make it on. */
  abstract void open() throws Exception;

  /** Ends what was started for the stream, once for each time that it was opened, or half so. */
  abstract void closeStream();

  /** Puts an order on the stream, on the shard of its customer. */
  abstract void put(String order, List<String> items) throws Exception;

  /** The stream's shards, the one of the customer ann first. */
  abstract List<String> shards() throws Exception;

  /** All that is on a shard by now. */
  abstract List<StreamRecord> records(String shard) throws Exception;

  /** What Lambda sends of records. */
  Map<String, ?> payload(List<StreamRecord> records) {
    return Map.of("Records", records.stream().map(StreamRecord::json).toList());
  }

  /** The order in what stands under {@code raw} of a record. */
  abstract String orderOf(Map<?, ?> record);

  /** The orders of each call of the function. */
  abstract List<List<String>> deliveries();

  final Deployed deployed() {
    return deployed;
  }

  /** Before each test, because only what a test itself skips is told as skipped. */
  @BeforeEach
  @Timeout(300) // The class's own is for tests alone.
  void start() throws Exception {
    if (deployed == null) {
      try {
        open();
        deployed = new Deployed();
      } catch (Exception | Error halfStarted) {
        closeStream();
        throw halfStarted;
      }
    }
  }

  @AfterAll
  @Timeout(60)
  void stop() {
    if (deployed != null) {
      deployed.close();
      closeStream();
    }
  }

  @Test
  void aShardStopsAtAFailureAndStartsAgainThereUntilItIsDoneOrParkedOrGivenUp() throws Exception {
    put("ann-1", List.of("lamp"));
    put("ann-2", List.of("sofa")); // Fails once.
    put("ann-3", List.of("chair"));
    put("ben-1", List.of("lamp"));
    put("ben-2", List.of()); // Is rejected, and so parked.
    put("ben-3", List.of("unicorn")); // Fails whenever it comes.
    put("ben-4", List.of("chair"));

    ShardMapping mapping = new ShardMapping(deployed.function(), this::payload);
    for (List<StreamRecord> shard : all(7)) {
      mapping.deliver(shard);
    }

    assertEquals(
        List.of(
            "shipped ann-1",
            "shipped ann-2",
            "shipped ann-3",
            "shipped ben-1",
            "gave up ben-3",
            "shipped ben-4"),
        mapping.story());
    assertEquals(deliveries(), mapping.deliveries());
    assertEquals(
        List.of("ben-2"), deployed.parked().stream().map(this::orderOf).toList(), "as it came");
  }

  /** Waits until the shards have so many records. */
  private List<List<StreamRecord>> all(int count) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      List<List<StreamRecord>> all = new ArrayList<>();
      int found = 0;
      for (String shard : shards()) {
        List<StreamRecord> records = records(shard);
        found += records.size();
        all.add(records);
      }
      if (found == count) {
        return all;
      }
      assertTrue(System.nanoTime() < end, "only " + found + " records came");
      Thread.sleep(100);
    }
  }
}
