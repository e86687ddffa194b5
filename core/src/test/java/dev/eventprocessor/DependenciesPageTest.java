package dev.eventprocessor;

import static dev.eventprocessor.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/DEPENDENCIES.md: they stand here as they stand there, and work. */
class DependenciesPageTest {

  static final class Database {
    static Database connect() {
      return new Database();
    }

    Session session(Invocation invocation) {
      return new Session(invocation.id());
    }
  }

  record Session(String id) {}

  record Settings() {
    static Settings read() {
      return new Settings();
    }
  }

  record Orders(Database database) {
    String add(String id) {
      return id;
    }

    String find(String id) {
      return "order " + id;
    }
  }

  record Messenger(List<String> sent) {
    static Messenger connect(String name) {
      return new Messenger(new ArrayList<>(List.of(name)));
    }

    void send(String text) {
      sent.add(text);
    }
  }

  record Archive(Orders orders, Messenger messenger) {}

  static final class OrderProcessors implements ProcessorModule {
    static final Dependency<Database> DATABASE = Dependency.of("database", Database::connect);
    static final Dependency<Orders> ORDERS = Dependency.of("orders", DATABASE, Orders::new);
    static final DependencyFactory<Messenger> MESSENGER =
        DependencyFactory.of("messenger", Messenger::connect);

    static final DependencyFactory<Archive> ARCHIVE =
        DependencyFactory.needing(
            "archive",
            name -> List.of(DATABASE, ORDERS, MESSENGER.named(name)),
            (name, needed) -> new Archive(needed.get(ORDERS), needed.get(MESSENGER.named(name))));

    static final Dependency<Session> SESSION =
        Dependency.of("session", DATABASE, Dependency.INVOCATION, Database::session)
            .perInvocation();

    static final Dependency<Settings> SETTINGS = Dependency.of("settings", Settings::read).primed();

    @Override
    public void register(EventProcessor.Builder processors) {
      processors
          .on(eq("type", "order"))
          .named("order")
          .with(ORDERS)
          .with(MESSENGER.named("slack"))
          .run((event, orders, slack) -> slack.send("Order " + orders.add(event.text("id"))));

      processors
          .on(eq("type", "refund"))
          .named("refund")
          .prepare(ORDERS, (event, orders) -> event.with("order", orders.find(event.text("id"))))
          .call(event -> event.text("order"));

      processors
          .otherwise()
          .needs(ARCHIVE.named("email"), SESSION, SETTINGS)
          .process(
              (event, all) ->
                  all.get(SESSION).id() + all.get(ARCHIVE.named("email")).messenger().sent());
    }
  }

  record Order(String id, List<Item> items, String note) {}

  record Item(String name, int price) {}

  @Test
  void theModuleWorks() {
    EventProcessor processor = Applications.build(new OrderProcessors());
    processor.prime();
    List<Event> events = List.of(Event.of(Map.of()), Event.of(Map.of("type", "refund", "id", "7")));
    Invocation call = new Invocation("call-1", null, null, null);

    try (OpenInvocation invocation = processor.open(call)) {
      for (Event event : events) {
        invocation.invoke(event);
      }
    }

    assertEquals("call-1[email]", processor.invoke(events.get(0), call).get(0).value());
    assertEquals("order 7", processor.invoke(events.get(1), call).get(0).value());
  }

  @Test
  void theTestWorks() {
    List<String> sent = new ArrayList<>();
    EventProcessor processor =
        Applications.build(
            processors -> {
              new OrderProcessors().register(processors);
              processors.override(OrderProcessors.ORDERS, new Orders(new Database()));
              processors.override("messenger", name -> new Messenger(sent));
            });

    processor.invoke(Map.of("type", "order", "id", "7"));

    assertEquals(List.of("Order 7"), sent);
  }

  @Test
  void theTypesWork() {
    Map<String, Object> item = Map.of("name", "pen", "price", 2);
    Event event = Event.of(Map.of("data", Map.of("id", "7", "items", List.of(item), "total", 2.5)));

    Order order = event.as("data", Order.class);
    List<Item> items = event.list("data.items", Item.class);
    BigDecimal total = event.number("data.total");

    assertEquals(new Order("7", items, null), order);
    assertEquals(new BigDecimal("2.5"), total);
  }

  @Test
  void everyExampleOfThePageStandsHere() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/DEPENDENCIES.md"));
    String here =
        words(
            Files.readString(
                root.resolve("core/src/test/java/dev/eventprocessor/DependenciesPageTest.java")));

    Matcher block = Pattern.compile("(?s)```java\n(.*?)```").matcher(page);
    int blocks = 0;
    while (block.find()) {
      String example = block.group(1);
      assertTrue(here.contains(words(example)), () -> "not compiled: " + example);
      blocks++;
    }
    assertTrue(blocks > 8, "blocks: " + blocks);
  }

  @Test
  void thePageNamesTheVersionOfJacksonThatIsUsed() throws IOException {
    Path root = Path.of(System.getProperty("project.root", ".."));
    String page = Files.readString(root.resolve("docs/DEPENDENCIES.md"));
    Matcher version =
        Pattern.compile("<jackson.version>(.*)</jackson.version>")
            .matcher(Files.readString(root.resolve("pom.xml")));

    assertTrue(version.find());
    assertTrue(page.contains("<version>" + version.group(1) + "</version>"), version.group(1));
  }

  /** Spaces and line ends are the formatter's business. */
  private static String words(String code) {
    return code.replaceAll("\\s+", "");
  }
}
