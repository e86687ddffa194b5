package dev.eventprocessor.examples.alarms.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the demo sends a user's own files. */
class ParcelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Records": []}                                                 | AWS by Lambda event
          {"detail-type": "t", "source": "s", "detail": {}}               | AWS by Lambda event
          {"headers": {"ce-type": "t"}, "data": 1}                        | Google by CloudEvent
          {"headers": {"CE-Type": "t"}}                                   | Google by CloudEvent
          {"specversion": "1.0", "type": "com.example"}                   | Google by CloudEvent
          {"context": {"eventId": "1"}, "data": {}}                       | Google by legacy event
          {"eventId": "1", "eventType": "t", "data": {}}                  | Google by legacy event
          {"eventType": "t", "eventTime": "2026-11-24T00:01:00Z"}         | Azure by Event Grid
          {"specversion": "1.0", "type": "Microsoft.Storage.BlobCreated"} | Azure by Event Grid
          {"Data": {"m": "x"}, "Metadata": {"MessageId": "1"}}            | Azure by Service Bus
          {"Data": {"m": "x"}, "Metadata": {"DequeueCount": 1}}           | Azure by Storage queue
          """)
  void aProvidersPayloadGoesToThatProviderAlone(String json, String delivery) {
    assertEquals(List.of(delivery), deliveries(parcel(json)));
  }

  @Test
  void eventGridsListIsSentEventByEvent() {
    Parcel parcel =
        parcel(
            """
            [{"eventType": "a", "eventTime": "2026-11-24T00:01:00Z"},
             {"eventType": "b", "eventTime": "2026-11-24T00:01:00Z"}]
            """);

    assertEquals(List.of("Azure by Event Grid", "Azure by Event Grid"), deliveries(parcel));
    assertEquals(
        "{\"eventType\":\"b\",\"eventTime\":\"2026-11-24T00:01:00Z\"}",
        parcel.azure().get(1).body().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"headers": {"Accept": "*/*"}}
          {"eventType": "mine"}
          {"context": "mine", "data": 1}
          []
          [1]
          [{"eventType": "a"}, {"eventTime": "b"}]
          "text"
          null
          """)
  void anyOtherJsonIsAMessageForAllClouds(String json) {
    List<String> deliveries = deliveries(parcel(json));

    for (String delivery :
        List.of("AWS by SNS", "AWS by SQS", "Google by Pub/Sub", "Azure by Service Bus")) {
      assertTrue(deliveries.contains(delivery), delivery + " is not in " + deliveries);
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "'{\"a\": nope}'", "'[[[['"})
  void whatIsNoJsonIsSentAsItIs(String broken) {
    Parcel parcel = parcel(broken);

    assertEquals(
        List.of(
            "AWS by payload as it is",
            "Google by Pub/Sub, data as it is",
            "Azure by Event Grid, as it is"),
        deliveries(parcel));
    assertEquals(broken, parcel.aws().get(0).body().text());
    assertEquals(broken, parcel.google().get(0).body().text());
    assertEquals(broken, parcel.azure().get(0).body().text());
  }

  @Test
  void onlyWhatMakesTheCloudEventIsSentOfACapturesHeaders() {
    Parcel parcel =
        parcel(
            """
            {"headers": {"Host": "example.com", "Ce-Type": "t", "ce-id": "1",
              "Content-Type": "text/plain", "Content-Length": "7", "Connection": "close"},
             "data_base64": "aGVsbG8="}
            """);

    Delivery delivery = parcel.google().get(0);
    assertEquals(
        Map.of("ce-type", "t", "ce-id", "1", "content-type", "text/plain"), delivery.headers());
    assertEquals("hello", delivery.body().text());
  }

  private static Parcel parcel(String content) {
    return Parcel.ofFile("file", content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> deliveries(Parcel parcel) {
    List<String> deliveries = new ArrayList<>();
    parcel.aws().forEach(delivery -> deliveries.add("AWS by " + delivery.trigger()));
    parcel.google().forEach(delivery -> deliveries.add("Google by " + delivery.trigger()));
    parcel.azure().forEach(delivery -> deliveries.add("Azure by " + delivery.trigger()));
    return deliveries;
  }
}
