package dev.eventprocessor.examples.ordersapi;

/**
 * An order.
 *
 * @param id its number
 * @param item what was ordered
 */
public record Order(String id, String item) {}
