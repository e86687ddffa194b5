/**
 * What the project's tests share: golden files, listings of a public API, the rules between
 * modules, random cases that can be repeated, and the way to payload collections that may lie
 * beside the checkout.
 */
@NullMarked
package dev.eventprocessor.testing;

import org.jspecify.annotations.NullMarked;
