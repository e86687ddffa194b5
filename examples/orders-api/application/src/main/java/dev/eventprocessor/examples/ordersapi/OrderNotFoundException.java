package dev.eventprocessor.examples.ordersapi;

/** There is no such order. */
public final class OrderNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
