package dev.eventprocessor.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arrows between files, packages and modules, as rules for a module's tests; those of an
 * adapter are together in {@link AdapterContract}.
 */
public final class Boundaries {

  /** What core offers to adapters; its other packages are its own. */
  private static final List<String> EXPORTED =
      List.of(
          "dev.eventprocessor",
          "dev.eventprocessor.batch",
          "dev.eventprocessor.event",
          "dev.eventprocessor.http",
          "dev.eventprocessor.json",
          "dev.eventprocessor.spi");

  /** Methods that load regular expressions, formatters or streams by the way. */
  private static final Set<String> SLOW_METHODS =
      Set.of("format", "formatted", "matches", "replaceAll", "replaceFirst", "split", "stream");

  private static final Set<String> CONNECTIONS =
      Set.of(
          "java.net.URL",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "java.net.Socket");

  private Boundaries() {}

  /** The compiled main classes of the module whose tests run. */
  public static JavaClasses mainClasses() {
    return new ClassFileImporter().importPath(compiled());
  }

  /** No two files (a top-level class with all that is nested in it) need each other in a circle. */
  public static ArchRule noFileCircles() {
    return SlicesRuleDefinition.slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("dev.eventprocessor")
                    ? SliceIdentifier.of(file(type))
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "files";
              }
            })
        .should()
        .beFreeOfCycles();
  }

  /** Classes in one set of packages use nothing but classes in another. */
  public static ArchRule onlyUse(String from, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  /**
   * An adapter uses the JDK, what core exports, and one provider's API; neither another adapter nor
   * core's inside.
   *
   * @param own the adapter's package
   * @param provider the packages of the provider's API, each with {@code ..} at its end
   */
  public static ArchRule adapter(String own, String... provider) {
    List<String> allowed = new ArrayList<>(EXPORTED);
    allowed.addAll(List.of(own, "java..", "org.jspecify.annotations"));
    allowed.addAll(Arrays.asList(provider));
    return onlyUse(own + "..", allowed.toArray(String[]::new));
  }

  /**
   * Nothing that makes a cold start slower than it need be: no regular expressions, streams,
   * formatters or loggers.
   *
   * @param loggers the classes that may log, because the provider's API is made of it
   */
  public static ArchRule quickStart(Class<?>... loggers) {
    ArchRule quick =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.regex..", "java.util.stream..")
            .orShould()
            .callMethodWhere(isSlow());
    ArchRule silent =
        noClasses()
            .that(areNot(loggers))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");
    return CompositeArchRule.of(quick).and(silent);
  }

  /** Nothing opens a connection: no address in a payload is ever followed. */
  public static ArchRule noConnections() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..", "java.nio.channels..")
        .orShould()
        .dependOnClassesThat(
            described("open connections", type -> CONNECTIONS.contains(type.getName())));
  }

  /** Nothing looks at classes by reflection, but for the ones named. */
  public static ArchRule noReflection(Class<?>... allowed) {
    return noClasses()
        .that(areNot(allowed))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..")
        .orShould()
        .callMethodWhere(isReflective());
  }

  /** The compiled main classes that hold this text among their constants, by their path. */
  public static List<String> classesWithConstant(String constant) {
    try (Stream<Path> files = Files.walk(compiled())) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> read(file).contains(constant))
          .map(file -> compiled().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + compiled(), e);
    }
  }

  private static Path compiled() {
    return Path.of("target", "classes");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private static String file(JavaClass type) {
    int nested = type.getName().indexOf('$');
    return nested < 0 ? type.getName() : type.getName().substring(0, nested);
  }

  private static DescribedPredicate<JavaClass> areNot(Class<?>... allowed) {
    Set<String> names = Set.copyOf(Arrays.stream(allowed).map(Class::getName).toList());
    return described("are not allowed to", type -> !names.contains(type.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> isSlow() {
    return described(
        "loads regular expressions, formatters or streams",
        call ->
            call.getTargetOwner().getPackageName().startsWith("java.")
                && SLOW_METHODS.contains(call.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> isReflective() {
    return described(
        "looks at a class by reflection",
        call ->
            call.getTargetOwner().isEquivalentTo(Class.class)
                && (call.getName().equals("forName")
                    || call.getName().startsWith("getDeclared")
                    || call.getName().startsWith("getMethod")
                    || call.getName().startsWith("getConstructor")));
  }

  private static <T> DescribedPredicate<T> described(
      String description, java.util.function.Predicate<T> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
