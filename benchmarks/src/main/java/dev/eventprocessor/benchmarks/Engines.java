package dev.eventprocessor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventPattern;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filter;
import dev.eventprocessor.InvocationStrategy;
import dev.eventprocessor.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/**
 * The same rules in three engines: this library's registry, its filters asked one after the other,
 * and Event Ruler, the engine behind EventBridge. Each is fed what it is fastest with: maps the
 * former, ready trees the latter; no text is parsed.
 */
final class Engines {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Event[] events;
  private final JsonNode[] trees;
  private final Filter[] filters;
  private final EventProcessor first;
  private final @Nullable EventProcessor all;
  private final @Nullable Machine peer;

  /** What is to be compared. */
  enum Contenders {
    /** All three. */
    ALL,
    /** This library's two: the peer cannot say the rules, or takes minutes to learn them. */
    OWN
  }

  Engines(List<Filter> filters, List<String> patterns, List<String> events, Contenders contenders) {
    this.filters = filters.toArray(new Filter[0]);
    this.events = new Event[events.size()];
    this.trees = new JsonNode[events.size()];
    for (int i = 0; i < this.events.length; i++) {
      this.events[i] = event(events.get(i));
      this.trees[i] = tree(events.get(i));
    }
    this.first = registry(filters, InvocationStrategy.FIRST_MATCH);
    this.all =
        contenders == Contenders.OWN ? null : registry(filters, InvocationStrategy.ALL_MATCHES);
    this.peer = contenders == Contenders.OWN ? null : machine(patterns);
  }

  /** The filters that patterns mean to this library. */
  static List<Filter> filters(List<String> patterns) {
    List<Filter> filters = new ArrayList<>(patterns.size());
    for (String pattern : patterns) {
      filters.add(EventPattern.parse(pattern));
    }
    return filters;
  }

  static EventProcessor registry(List<Filter> filters, InvocationStrategy strategy) {
    EventProcessor.Builder processors = EventProcessor.builder().strategy(strategy);
    for (Filter filter : filters) {
      processors.on(filter).call(event -> "matched");
    }
    processors.otherwise().call(event -> "other");
    return processors.build();
  }

  static Machine machine(List<String> patterns) {
    Machine machine = Machine.builder().build();
    try {
      for (int i = 0; i < patterns.size(); i++) {
        machine.addRule("rule-" + i, patterns.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return machine;
  }

  @SuppressWarnings("unchecked") // The texts are objects.
  private static Event event(String json) {
    return Event.of((Map<String, ?>) Json.read(json));
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Event event(int event) {
    return events[event];
  }

  /** The registry's whole dispatch of the first match, its processor included. */
  Object first(int event) {
    return first.invoke(events[event]);
  }

  /** The registry's whole dispatch of all matches. */
  @Nullable Object all(int event) {
    return all == null ? null : all.invoke(events[event]);
  }

  /** Whether the registry has a match: its matching alone, without a processor. */
  boolean match(int event) {
    return first.accepts(events[event]);
  }

  /** The same, by the filters one after the other. */
  boolean linear(int event) {
    for (Filter filter : filters) {
      if (filter.matches(events[event])) {
        return true;
      }
    }
    return false;
  }

  /** The peer's matches; it knows all only. */
  @Nullable Object peer(int event) throws Exception {
    return peer == null ? null : peer.rulesForJSONEvent(trees[event]);
  }
}
