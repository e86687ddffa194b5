package dev.eventprocessor.examples.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.spi.Applications;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmProcessorsTest {

  private final EventProcessor processor = Applications.build(new AlarmProcessors());

  @Test
  void anAlarmThatStartedIsTold() {
    assertEquals("started-alarming", processorFor(Map.of("detail", alarm("OK", "ALARM"))));
  }

  @Test
  void anAlarmIsFoundWhereABusMakesTheDetailTheData() {
    assertEquals("started-alarming", processorFor(alarm("OK", "ALARM")));
  }

  @Test
  void anAlarmThatHadNoDataBeforeIsUnexpected() {
    assertEquals("unexpected", processorFor(Map.of("detail", alarm("INSUFFICIENT_DATA", "ALARM"))));
  }

  @Test
  void whateverElseIsUnexpected() {
    assertEquals("unexpected", processorFor(Map.of("Unexpected", "Oops!")));
    assertEquals("unexpected", processorFor("just text"));
  }

  private String processorFor(Object data) {
    return processor.invoke(Map.of("data", data)).get(0).processor();
  }

  private static Map<String, Object> alarm(String before, String now) {
    return Map.of(
        "alarmName", "ServerCpuTooHigh",
        "previousState", Map.of("value", before),
        "state", Map.of("value", now));
  }
}
