package dev.eventprocessor.spi;

/** What statuses are called ("HTTP Status Code Registry", IANA). Stateless. */
final class HttpReasons {

  private HttpReasons() {}

  static String of(int status) {
    if (status < 400) {
      return ofSuccess(status);
    }
    return status < 500 ? ofCaller(status) : ofServer(status);
  }

  private static String ofSuccess(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 201 -> "Created";
      case 202 -> "Accepted";
      case 204 -> "No Content";
      case 206 -> "Partial Content";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 303 -> "See Other";
      case 304 -> "Not Modified";
      case 307 -> "Temporary Redirect";
      case 308 -> "Permanent Redirect";
      default -> status < 300 ? "Success" : "Redirection";
    };
  }

  private static String ofCaller(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Range Not Satisfiable";
      case 422 -> "Unprocessable Content";
      case 423 -> "Locked";
      case 428 -> "Precondition Required";
      case 429 -> "Too Many Requests";
      default -> "Client Error";
    };
  }

  private static String ofServer(int status) {
    return switch (status) {
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Server Error";
    };
  }
}
