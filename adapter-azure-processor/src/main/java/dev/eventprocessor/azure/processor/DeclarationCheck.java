package dev.eventprocessor.azure.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** What of a declaration would lose events, or would not run. */
final class DeclarationCheck {

  private final Declaration function;
  private final Problems problems;

  private DeclarationCheck(Declaration function, Problems problems) {
    this.function = function;
    this.problems = problems;
  }

  static void check(Declaration function, Problems problems) {
    DeclarationCheck check = new DeclarationCheck(function, problems);
    check.retries();
    check.dataType();
    check.parameters();
  }

  private void retries() {
    List<AnnotationMirror> retries = function.retries();
    if (retries.size() > 1) {
      tell("has " + retries.size() + " retry policies. Keep one.");
      return;
    }
    RetryRule rule = function.trigger().retry();
    if (retries.isEmpty()) {
      if (rule == RetryRule.REQUIRED) {
        tell(
            "has no retry policy. The host moves on behind a failed call of "
                + function.trigger().title()
                + ", and its events would be lost. Add fixedDelayRetry = @FixedDelayRetry("
                + "maxRetryCount = 5, delayInterval = \"00:00:10\"), or exponentialBackoffRetry;"
                + " maxRetryCount = -1 tries without end.");
      }
    } else if (rule == RetryRule.FORBIDDEN) {
      tell(
          "has a retry policy, which the host does not heed for "
              + function.trigger().title()
              + ": "
              + function.trigger().retries());
    } else {
      policy(retries.get(0));
    }
  }

  private void policy(AnnotationMirror retry) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        retry.getElementValues().entrySet()) {
      String name = entry.getKey().getSimpleName().toString();
      Object value = entry.getValue().getValue();
      if (name.equals("maxRetryCount")
          && value instanceof Integer count
          && (count < -1 || count == 0)) {
        tell(
            "has a retry policy with maxRetryCount = "
                + count
                + ". Give the number of retries, or -1 for no end of them.");
      } else if (name.endsWith("Interval") && value instanceof String text && !isInterval(text)) {
        tell(
            "has a retry policy whose "
                + name
                + " is no time span. Write hours, minutes and seconds: \"00:00:10\".");
      }
    }
  }

  /** {@code hh:mm:ss}. */
  private static boolean isInterval(String text) {
    if (text.length() != 8) {
      return false;
    }
    for (int i = 0; i < 8; i++) {
      char last = i == 3 || i == 6 ? '5' : '9';
      char c = text.charAt(i);
      boolean fits = (i == 2 || i == 5) ? c == ':' : (c >= '0' && c <= last);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private void dataType() {
    for (ExecutableElement given : function.triggerMirror().getElementValues().keySet()) {
      if (given.getSimpleName().contentEquals("dataType") && !isChosen()) {
        tell(
            "gives a dataType, which follows from the method that is written: "
                + (function.shape().isBinary() ? "\"binary\"" : "none")
                + " for "
                + function.trigger().title()
                + ". Remove it.");
      }
    }
  }

  /** A request's body is text unless {@code dataType = "binary"} says otherwise. */
  private boolean isChosen() {
    return function.shape().isAnswered() && function.shape().isBinary();
  }

  /** Each parameter needs a Java name of its own, and binds a value of its own. */
  private void parameters() {
    Set<String> names = new HashSet<>(Set.of("context"));
    if (function.shape().isAnswered() && !function.metadata().isEmpty()) {
      tell(
          "binds metadata, and a request has all of its own: parameters of the path are the route's."
              + " Remove it.");
    }
    for (Metadata metadata : function.metadata()) {
      @Nullable String parameter = metadata.parameter();
      if (parameter == null) {
        tell(
            "binds metadata with the name \""
                + metadata.name()
                + "\", which the host does not send. Write the name as Microsoft documents it for"
                + " this trigger.");
      } else if (!names.add(parameter)) {
        tell("binds the metadata " + metadata.name() + " twice. Remove it: it is bound already.");
      }
    }
    if (!SourceVersion.isIdentifier(function.parameter())
        || SourceVersion.isKeyword(function.parameter())
        || !names.add(function.parameter())) {
      tell(
          "has a binding whose name \""
              + function.parameter()
              + "\" cannot be its parameter's name. Give the trigger annotation another name, for"
              + " example name = \"message\".");
    }
  }

  private void tell(String fault) {
    problems.tell(function.name(), fault, function.mirror());
  }
}
