package dev.eventprocessor.contract;

import dev.eventprocessor.contract.HttpCase.Need;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A form in which Lambda gets requests: who makes it, and what cannot be done in it.
 *
 * @param maker who calls the function
 * @param payload makes the form of a request
 */
public record AwsForm(
    String maker, Function<HttpSent, Map<String, @Nullable Object>> payload, Set<Need> lacks) {

  private static final List<AwsForm> ALL =
      List.of(
          new AwsForm("REST API", AwsForms::version1, Set.of()),
          new AwsForm("HTTP API", AwsForms::version2, Set.of()),
          new AwsForm("HTTP API with a stage", AwsForms::version2InStage, Set.of()),
          new AwsForm("function URL", AwsForms::functionUrl, Set.of()),
          new AwsForm(
              "load balancer",
              AwsForms::balancer,
              Set.of(Need.REPEATED_QUERY, Need.SEVERAL_COOKIES)),
          new AwsForm("load balancer with lists", AwsForms::balancerOfLists, Set.of()),
          new AwsForm("VPC Lattice 1", AwsForms::lattice1, Set.of(Need.SEVERAL_COOKIES)),
          new AwsForm("VPC Lattice 2", AwsForms::lattice2, Set.of(Need.SEVERAL_COOKIES)));

  /** Keeps a copy. */
  public AwsForm {
    lacks = Set.copyOf(lacks);
  }

  /**
   * The contract in every form.
   *
   * @param lambda what a payload is answered
   */
  public static Stream<DynamicContainer> contract(
      HttpApplication application, Function<Object, @Nullable Object> lambda) {
    return containers(
        form ->
            HttpContract.tests(
                application,
                sent -> AwsForms.response(lambda.apply(form.payload().apply(sent))),
                form.lacks));
  }

  /** The same for an application in another process, whose events are not seen. */
  public static Stream<DynamicContainer> answers(Function<Object, @Nullable Object> lambda) {
    return containers(
        form ->
            HttpContract.answersToAll(
                sent -> AwsForms.response(lambda.apply(form.payload().apply(sent))), form.lacks));
  }

  private static Stream<DynamicContainer> containers(Function<AwsForm, Stream<DynamicTest>> tests) {
    return ALL.stream()
        .map(form -> DynamicContainer.dynamicContainer(form.maker(), tests.apply(form)));
  }
}
