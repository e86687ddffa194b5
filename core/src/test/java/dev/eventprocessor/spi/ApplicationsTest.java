package dev.eventprocessor.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.ConfigurationException;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationsTest {

  @TempDir Path folder;

  @Test
  void theOnlyServiceIsTheApplication() throws IOException {
    try (URLClassLoader loader = services(Modules.Good.class.getName())) {
      assertInstanceOf(Modules.Good.class, Applications.module(loader, null));
    }
  }

  @Test
  void aServiceThatIsNamedTwiceIsOne() throws IOException {
    String name = Modules.Good.class.getName();
    try (URLClassLoader loader = services(name + "\n" + name)) {
      assertInstanceOf(Modules.Good.class, Applications.module(loader, null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aBlankNameIsNone(String name) throws IOException {
    try (URLClassLoader loader = services(Modules.Good.class.getName())) {
      assertInstanceOf(Modules.Good.class, Applications.module(loader, name));
    }
  }

  @Test
  void theNamedClassIsTheApplicationWhateverServicesThereAre() throws IOException {
    try (URLClassLoader loader = services(Modules.Good.class.getName())) {
      String name = " " + Modules.AlsoGood.class.getName() + "\n";

      assertInstanceOf(Modules.AlsoGood.class, Applications.module(loader, name));
    }
  }

  @Test
  void withoutAnyApplicationTheMessageSaysWhereItWasLookedFor() throws IOException {
    try (URLClassLoader loader = services("")) {
      ConfigurationException thrown = assertFault(ErrorId.MODULE_MISSING, loader, null);

      assertTrue(thrown.getMessage().contains("META-INF/services/"), thrown.getMessage());
      assertTrue(thrown.getMessage().contains(Applications.MODULE), thrown.getMessage());
    }
  }

  @Test
  void ofSeveralApplicationsTheMessageNamesAll() throws IOException {
    String good = Modules.Good.class.getName();
    String also = Modules.AlsoGood.class.getName();
    try (URLClassLoader loader = services(good + "\n" + also)) {
      ConfigurationException thrown = assertFault(ErrorId.MODULE_AMBIGUOUS, loader, null);

      assertTrue(thrown.getMessage().contains(good + ", " + also), thrown.getMessage());
    }
  }

  @Test
  void aNameThatIsNotThereIsNotFound() {
    assertFault(ErrorId.MODULE_NOT_FOUND, own(), "com.example.Missing");
  }

  @Test
  void aClassThatIsNoModuleIsOfTheWrongType() {
    assertFault(ErrorId.MODULE_WRONG_TYPE, own(), Modules.NoModule.class.getName());
  }

  @Test
  void aConstructorsFailureIsTheCause() {
    ConfigurationException thrown =
        assertFault(ErrorId.MODULE_FAILED, own(), Modules.FailsWhenMade.class.getName());

    assertNotNull(thrown.getCause());
    assertEquals("no settings", thrown.getCause().getMessage());
  }

  @Test
  void aClassThatCannotBeLoadedIsAFaultyModule() {
    ConfigurationException thrown =
        assertFault(ErrorId.MODULE_FAILED, own(), Modules.FailsWhenLoaded.class.getName());

    assertInstanceOf(ExceptionInInitializerError.class, thrown.getCause());
  }

  @Test
  void aModuleThatCannotBeMadeSaysWhatItNeeds() {
    for (String name :
        List.of(
            "dev.eventprocessor.HiddenModule",
            Modules.NeedsAParameter.class.getName(),
            Modules.Unfinished.class.getName())) {
      ConfigurationException thrown = assertFault(ErrorId.MODULE_FAILED, own(), name);

      assertTrue(thrown.getMessage().contains("public constructor"), thrown.getMessage());
    }
  }

  @Test
  void aServiceThatIsNotThereIsAFaultyModule() throws IOException {
    try (URLClassLoader loader = services("com.example.Missing")) {
      assertFault(ErrorId.MODULE_FAILED, loader, null);
    }
  }

  @Test
  void aServiceWhoseConstructorFailsIsAFaultyModule() throws IOException {
    try (URLClassLoader loader = services(Modules.FailsWhenMade.class.getName())) {
      assertFault(ErrorId.MODULE_FAILED, loader, null);
    }
  }

  @Test
  void aServiceThatDoesNotLinkIsAFaultyModule() throws IOException {
    Files.createDirectories(folder.resolve("com/example"));
    try (InputStream another = Modules.class.getResourceAsStream("Modules$Good.class")) {
      Files.copy(another, folder.resolve("com/example/Misnamed.class"));
    }
    try (URLClassLoader loader = services("com.example.Misnamed")) {
      assertFault(ErrorId.MODULE_FAILED, loader, null);
      assertFault(ErrorId.MODULE_FAILED, loader, "com.example.Misnamed");
    }
  }

  @Test
  void aModuleIsBuiltIntoItsRegistry() {
    assertEquals(
        List.of(new Result("good", 1)),
        Applications.build(new Modules.Good()).invoke(Map.of("a", 1)));
  }

  @Test
  void modulesComposeByCallingOneAnother() {
    ProcessorModule both =
        processors -> {
          new Modules.Good().register(processors);
          new Modules.AlsoGood().register(processors);
        };

    assertEquals("otherwise", Applications.build(both).invoke(Map.of("b", 1)).get(0).processor());
  }

  @Test
  void aModuleThatFailsWhileRegisteringIsNamedAndItsFailureTheCause() {
    for (ProcessorModule module :
        List.of(new Modules.FailsWhenRegistering(), new Modules.LacksALibrary())) {
      ConfigurationException thrown =
          assertThrows(ConfigurationException.class, () -> Applications.build(module));

      assertEquals(ErrorId.MODULE_FAILED, thrown.id());
      assertTrue(thrown.getMessage().contains(module.getClass().getName()), thrown.getMessage());
      assertNotNull(thrown.getCause());
    }
  }

  @Test
  void ourOwnFaultsAreToldAsTheyAre() {
    ConfigurationException path =
        assertThrows(
            ConfigurationException.class, () -> Applications.build(new Modules.WritesABadPath()));
    ConfigurationException empty =
        assertThrows(ConfigurationException.class, () -> Applications.build(new Modules.Empty()));

    assertEquals(ErrorId.PATH_MALFORMED, path.id());
    assertEquals(ErrorId.REGISTRY_EMPTY, empty.id());
  }

  @Test
  void loadingLooksBesideTheEntrypoint() {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> Applications.load(ApplicationsTest.class));

    assertEquals(ErrorId.MODULE_MISSING, thrown.id());
  }

  @Test
  void aTracedRegistryTellsTheLogTheTriggerAndTheProcessor() {
    List<String> log = new ArrayList<>();
    EventProcessor processor =
        Applications.build(processors -> processors.otherwise().named("all").run(event -> {}));

    Applications.traced(processor, log::add)
        .invoke(Map.of("trigger", "azure.queue", "data", "s3cret"));

    assertEquals(List.of("event-processor: azure.queue -> all"), log);
  }

  @Test
  void failuresAreThrownAsTheyAre() {
    IOException checked = new IOException("checked");

    assertSame(
        checked,
        assertThrows(
            IOException.class,
            () -> {
              throw Failures.unchecked(checked);
            }));
  }

  @Test
  void failuresAreDescribedWithTheirTraceAndCause() {
    String text = Failures.describe(new IllegalStateException("outer", new IOException("inner")));

    assertTrue(text.startsWith("java.lang.IllegalStateException: outer"), text);
    assertTrue(text.contains("Caused by: java.io.IOException: inner"), text);
    assertTrue(text.contains("\tat "), text);
    assertEquals(text.stripTrailing(), text);
  }

  private static ConfigurationException assertFault(
      ErrorId id, ClassLoader loader, String className) {
    ConfigurationException thrown =
        assertThrows(ConfigurationException.class, () -> Applications.module(loader, className));

    assertEquals(id, thrown.id());
    return thrown;
  }

  private static ClassLoader own() {
    return ApplicationsTest.class.getClassLoader();
  }

  /** A class path entry that names these services. */
  private URLClassLoader services(String names) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ProcessorModule.class.getName()), names + "\n");
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, own());
  }

  @Test
  void aTriggerIsNamedOrNot() {
    assertEquals("aws.sqs", Applications.trigger("aws", " aws.sqs "));
    assertNull(Applications.trigger("aws", null));
    assertNull(Applications.trigger("aws", " "));
    for (String unknown : List.of("sqs", "aws.unknown", "azure.queue", "aws")) {
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> Applications.trigger("aws", unknown));
      assertEquals(ErrorId.TRIGGER_UNKNOWN, e.id());
    }
  }
}
