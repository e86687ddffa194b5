package dev.eventprocessor.examples.alarms.demo;

/** The application, deployed to one cloud's runtime on this machine. */
interface Cloud extends AutoCloseable {

  /** The cloud's name and which runtime stands for it here. */
  String title();

  /** Sends what this is a delivery for, and waits until the function is done with it. */
  Outcome deliver(Delivery delivery) throws InterruptedException;

  @Override
  void close();
}
