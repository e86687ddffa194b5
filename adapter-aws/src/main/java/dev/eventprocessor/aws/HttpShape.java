package dev.eventprocessor.aws;

/** The forms in which AWS puts an HTTP request into a payload, and wants the response. */
enum HttpShape {
  /** API Gateway's payload 1.0: REST APIs, and HTTP APIs that ask for it. */
  V1,
  /** API Gateway's payload 2.0: HTTP APIs and function URLs. */
  V2,
  /** A message or connection of an API Gateway WebSocket API. */
  WEBSOCKET,
  /** An Application Load Balancer's target group. */
  ALB,
  /** The same with multi-value headers turned on, which it wants back. */
  ALB_LISTS,
  /** VPC Lattice, version 1: names in snake case. */
  LATTICE_V1,
  /** VPC Lattice, version 2. */
  LATTICE_V2
}
