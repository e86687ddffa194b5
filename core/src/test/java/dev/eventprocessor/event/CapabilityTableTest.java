package dev.eventprocessor.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.testing.GoldenFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

class CapabilityTableTest {

  @Test
  void theDocumentedTableIsTheOneInTheCode() {
    Path page = Path.of(System.getProperty("project.root", "..")).resolve("docs/EVENTS.md");

    GoldenFile.assertSection(page, "capabilities", table());
  }

  @Test
  void aFieldIsThereAlwaysOrUnderAConditionOrNever() {
    Capabilities sqs = row("aws.sqs");

    assertEquals(Presence.ALWAYS, sqs.presence("id"));
    assertEquals(Presence.ALWAYS, sqs.presence("raw"));
    assertEquals(Presence.CONDITIONAL, sqs.presence("sequence"));
    assertEquals("the queue is FIFO", sqs.condition("sequence"));
    assertEquals(Presence.NEVER, sqs.presence("object.key"));
    assertEquals(Presence.NEVER, sqs.presence("object"));
    assertEquals(Presence.NEVER, sqs.presence("delivery.maxattempts"));
    assertThrows(IllegalArgumentException.class, () -> sqs.condition("object.key"));
  }

  @Test
  void whatTheSenderDecidesMayBeThere() {
    Capabilities sqs = row("aws.sqs");

    assertEquals(Presence.CONDITIONAL, sqs.presence("data.detail.state"));
    assertEquals(Presence.CONDITIONAL, sqs.presence("data[0]"));
    assertEquals(Presence.CONDITIONAL, sqs.presence("attributes['a.b']"));
    assertEquals(Presence.CONDITIONAL, sqs.presence("raw.body"));
    assertEquals(Presence.CONDITIONAL, sqs.presence("delivery"), "a group of fields");
  }

  @Test
  void namesOfTheApplicationsOwnAreNotJudged() {
    assertNull(row("aws.sqs").presence("detail.state"));
    assertNull(row("aws.sqs").presence("database"));
    assertEquals(List.of(), CapabilityTable.impossible(List.of("aws.sqs"), List.of("lifted.x")));
  }

  @Test
  void aFieldThatNoneOfTheTriggersCanHaveIsImpossible() {
    List<String> paths = List.of("id", "schedule.late", "delivery.receipt", "data.x");

    assertEquals(
        List.of("schedule.late", "delivery.receipt"),
        CapabilityTable.impossible(List.of("gcp.pubsub"), paths));
    assertEquals(
        List.of("schedule.late"),
        CapabilityTable.impossible(List.of("gcp.pubsub", "azure.queue"), paths));
  }

  @Test
  void whatATriggersEnvelopesCanHoldIsPossible() {
    Capabilities sqs = row("aws.sqs");

    assertEquals(Presence.NEVER, sqs.presence("causationid"));
    assertEquals(List.of(), CapabilityTable.impossible(List.of("aws.sqs"), List.of("causationid")));
  }

  @Test
  void nothingIsJudgedWhereATriggerIsNotKnown() {
    assertNull(CapabilityTable.of("aws.unknown"));
    assertEquals(
        List.of(),
        CapabilityTable.impossible(List.of("gcp.pubsub", "mine.own"), List.of("schedule.late")));
    assertEquals(List.of(), CapabilityTable.impossible(List.of(), List.of("schedule.late")));
  }

  @Test
  void everyRowIsWellFormed() {
    Set<String> names = new HashSet<>();
    for (Capabilities row : CapabilityTable.all()) {
      assertTrue(names.add(row.trigger()), row.trigger());
      assertFalse(row.kinds().isEmpty(), row.trigger());
      for (String form : row.opens()) {
        assertNotNull(CapabilityTable.of(form), () -> row.trigger() + " opens " + form);
      }
      for (String field : row.fields()) {
        assertNotNull(row.presence(field), field);
        assertFalse(row.presence(field) == Presence.NEVER, field);
      }
    }
  }

  private static Capabilities row(String trigger) {
    return java.util.Objects.requireNonNull(CapabilityTable.of(trigger));
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    table.append("| trigger | kind | always | under a condition | may hold |\n");
    table.append("| --- | --- | --- | --- | --- |\n");
    for (Capabilities row : CapabilityTable.all()) {
      StringJoiner kinds = new StringJoiner(" or ");
      row.kinds().forEach(kind -> kinds.add("`" + kind.text() + "`"));
      table.append("| `" + row.trigger() + "` | " + kinds + " | ");
      table.append(fields(row) + " | " + inside(row) + " |\n");
    }
    return table.toString();
  }

  /** Without what every event has: the prose above the table says it. */
  private static String fields(Capabilities row) {
    Map<String, StringJoiner> byCondition = new LinkedHashMap<>();
    byCondition.put("", new StringJoiner(", "));
    for (String field : row.fields()) {
      if (!Set.of("kind", "cloud", "trigger", "raw").contains(field)) {
        byCondition
            .computeIfAbsent(row.condition(field), condition -> new StringJoiner(", "))
            .add("`" + field + "`");
      }
    }
    Object always = byCondition.remove("");
    StringJoiner conditional = new StringJoiner("; ");
    byCondition.forEach((condition, names) -> conditional.add(names + ": " + condition));
    return always + " | " + conditional;
  }

  private static String inside(Capabilities row) {
    StringJoiner forms = new StringJoiner(", ");
    row.opens().forEach(form -> forms.add("`" + form + "`"));
    return forms.toString();
  }
}
