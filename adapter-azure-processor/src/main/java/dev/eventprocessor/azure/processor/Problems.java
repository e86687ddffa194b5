package dev.eventprocessor.azure.processor;

import java.io.IOException;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Tells the compiler what is wrong, where it stands, and what to do. All of it, not the first. */
final class Problems {

  private final Messager messager;
  private final Element element;
  private boolean any;

  Problems(Messager messager, Element element) {
    this.messager = messager;
    this.element = element;
  }

  /** A fault of one function. */
  void tell(String function, String fault, AnnotationMirror where) {
    print("The function \"" + function + "\" " + fault, where);
  }

  void cannotWrite(String className, IOException failure) {
    print(
        "The class "
            + className
            + " cannot be written: "
            + failure.getMessage()
            + ". A class of this name may exist already: rename yours, or put @AzureFunction on"
            + " another class or package.",
        null);
  }

  boolean isAny() {
    return any;
  }

  private void print(String message, @Nullable AnnotationMirror where) {
    any = true;
    messager.printMessage(Diagnostic.Kind.ERROR, message, element, where);
  }
}
