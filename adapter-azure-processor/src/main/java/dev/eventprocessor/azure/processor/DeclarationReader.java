package dev.eventprocessor.azure.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the {@code @AzureFunction}s of an element, as the compiler holds them. */
final class DeclarationReader {

  static final String FUNCTION = "dev.eventprocessor.azure.AzureFunction";
  static final String FUNCTIONS = "dev.eventprocessor.azure.AzureFunction.All";

  private final Elements elements;
  private final Problems problems;

  DeclarationReader(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  /** All declarations that have exactly one trigger; the others are told as problems. */
  List<Declaration> read(Element element) {
    List<Declaration> functions = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      String type = mirror.getAnnotationType().toString();
      if (type.equals(FUNCTION)) {
        read(mirror, functions);
      } else if (type.equals(FUNCTIONS)) {
        for (AnnotationMirror each : mirrors(mirror, "value")) {
          read(each, functions);
        }
      }
    }
    return functions;
  }

  private void read(AnnotationMirror mirror, List<Declaration> functions) {
    String name = text(mirror, "name");
    List<Trigger> triggers = new ArrayList<>(1);
    List<AnnotationMirror> mirrors = new ArrayList<>(1);
    for (Trigger trigger : Trigger.ALL) {
      for (AnnotationMirror given : mirrors(mirror, trigger.member())) {
        triggers.add(trigger);
        mirrors.add(given);
      }
    }
    if (triggers.size() == 1) {
      functions.add(declaration(name, triggers.get(0), mirrors.get(0), mirror));
    } else {
      problems.tell(name, triggerFault(triggers), mirror);
    }
  }

  private static String triggerFault(List<Trigger> triggers) {
    if (triggers.isEmpty()) {
      return "has no trigger. Give it one of "
          + join(Trigger.ALL)
          + ", each with Microsoft's trigger annotation as its value.";
    }
    return "has "
        + triggers.size()
        + " triggers ("
        + join(triggers)
        + "), and Azure calls a function by one. Declare a function for each; they run the same"
        + " application.";
  }

  private static String join(List<Trigger> triggers) {
    StringBuilder text = new StringBuilder();
    for (Trigger trigger : triggers) {
      text.append(text.length() == 0 ? "" : ", ").append(trigger.member());
    }
    return text.toString();
  }

  private Declaration declaration(
      String name, Trigger trigger, AnnotationMirror triggerMirror, AnnotationMirror mirror) {
    List<AnnotationMirror> retries = new ArrayList<>(mirrors(mirror, "fixedDelayRetry"));
    retries.addAll(mirrors(mirror, "exponentialBackoffRetry"));
    boolean many = "MANY".equals(constant(triggerMirror, "cardinality"));
    Trigger.Shape shape = trigger.shape(many, text(triggerMirror, "dataType"));
    List<Metadata> metadata = new ArrayList<>(shape.metadata());
    if (!many && "true".equals(constant(triggerMirror, "isSessionsEnabled"))) {
      metadata.add(Metadata.text("SessionId"));
    }
    for (AnnotationValue more : list(mirror, "metadata")) {
      String moreName = (String) more.getValue();
      metadata.add(many ? Metadata.texts(moreName) : Metadata.text(moreName));
    }
    return new Declaration(
        name,
        trigger,
        triggerMirror,
        text(triggerMirror, "name"),
        shape,
        retries,
        metadata,
        mirror);
  }

  /**
   * An enum constant's or literal's text, defaults included; empty where there is no such member.
   */
  private String constant(AnnotationMirror mirror, String member) {
    Object value = value(mirror, member);
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }

  private String text(AnnotationMirror mirror, String member) {
    return value(mirror, member).toString();
  }

  private List<AnnotationMirror> mirrors(AnnotationMirror mirror, String member) {
    List<AnnotationMirror> mirrors = new ArrayList<>(1);
    for (AnnotationValue value : list(mirror, member)) {
      mirrors.add((AnnotationMirror) value.getValue());
    }
    return mirrors;
  }

  private List<AnnotationValue> list(AnnotationMirror mirror, String member) {
    List<AnnotationValue> values = new ArrayList<>(1);
    if (value(mirror, member) instanceof List<?> list) {
      for (Object value : list) {
        values.add((AnnotationValue) value);
      }
    }
    return values;
  }

  private Object value(AnnotationMirror mirror, String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        elements.getElementValuesWithDefaults(mirror).entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue().getValue();
      }
    }
    return "";
  }
}
