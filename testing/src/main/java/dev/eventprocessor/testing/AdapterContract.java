package dev.eventprocessor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The arrows of the architecture around an adapter, and what its release promises. An adapter's
 * test extends it with what is the adapter's own:
 *
 * <pre>{@code
 * class ModuleBoundariesTest extends AdapterContract {
 *   ModuleBoundariesTest() {
 *     super("dev.eventprocessor.gcp", "com.google.cloud.functions..", "io.cloudevents..");
 *   }
 * }
 * }</pre>
 */
public abstract class AdapterContract {

  private final JavaClasses classes = Boundaries.mainClasses();
  private final String own;
  private final String[] provider;

  /**
   * Takes what is the adapter's own.
   *
   * @param own its package
   * @param provider the packages of the one provider's API, each with {@code ..} at its end
   */
  protected AdapterContract(String own, String... provider) {
    this.own = own;
    this.provider = provider.clone();
  }

  /** What the adapter's pom gives to users besides core; nothing unless it is overridden. */
  protected List<String> givenBesidesCore() {
    return List.of();
  }

  /** The classes that may log, because the provider's API is made of it; none unless overridden. */
  protected Class<?>[] loggers() {
    return new Class<?>[0];
  }

  @Test
  void theAdapterUsesCoreAndOneProvidersApi() {
    Boundaries.adapter(own, provider).check(classes);
  }

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(classes);
  }

  @Test
  void nothingThatIsSlowToLoadStandsOnTheWayToTheFirstEvent() {
    Boundaries.quickStart(loggers()).check(classes);
  }

  @Test
  void nothingLooksAtClasses() {
    Boundaries.noReflection().check(classes);
  }

  @Test
  void nothingOpensAConnection() {
    Boundaries.noConnections().check(classes);
  }

  @Test
  void textsAreJoinedWithoutInvokeDynamic() {
    assertEquals(List.of(), Boundaries.classesWithConstant("makeConcatWithConstants"));
  }

  @Test
  void thePomGivesUsersCoreAndWhatIsNamedHere() {
    List<String> given = new ArrayList<>();
    given.add("dev.eventprocessor:event-processor-core");
    given.addAll(givenBesidesCore());
    assertEquals(given, Pom.givenToUsers());
  }

  @Test
  void thePublicFaceIsTheApprovedOne() {
    GoldenFile.assertMatches(
        "public-api.txt", PublicApi.of(Path.of("target", "classes"), List.of(own)));
  }
}
