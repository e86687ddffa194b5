/** What AWS Lambda's runtime hands to a function, made by hand. */
@NullMarked
package dev.eventprocessor.fakes.aws;

import org.jspecify.annotations.NullMarked;
