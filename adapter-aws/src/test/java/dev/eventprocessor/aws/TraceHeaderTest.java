package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeaderTest {

  @Test
  void aHeaderWithAParentIsATraceparent() {
    assertEquals(
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01",
        TraceHeader.traceparent(
            "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1"));
    assertEquals(
        "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00",
        TraceHeader.traceparent(
            "Self=1; Parent=53995c3f42cd8ad8; Root=1-5759e988-bd862e3fe1be46a994272793"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ";",
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=",
        "Root=1-5759e988-bd862e3fe1be46a99427279X;Parent=53995c3f42cd8ad8",
        "Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
        "Root=1;Parent=53995c3f42cd8ad8"
      })
  void whatNamesNoTraceAndParentIsNone(String header) {
    assertNull(TraceHeader.traceparent(header));
  }
}
