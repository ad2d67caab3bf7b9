package callcentre.runner.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A function that does what its event says: {@code "word argument"} as a JSON text. As an
 * authorizer it allows everybody, behind a REST API it answers with a variable. It needs no
 * library, so that its package is one small jar.
 */
public final class SampleHandler implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
    output.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
  }

  private static String answer(String event, Context context) throws IOException {
    if (event.contains("\"type\":\"REQUEST\"")) {
      return "{\"principalId\":\"sample\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\"}]}}";
    }
    if (event.contains("\"eventType\":\"CONNECT\"")) {
      return "{\"statusCode\":" + (event.contains("ticket") ? 200 : 401) + "}";
    }
    if (event.contains("\"httpMethod\"")) {
      return "{\"statusCode\":200,\"body\":\"" + System.getenv("QUEUE_URL") + "\"}";
    }
    String[] words = event.replace("\"", "").split(" ", 2);
    return switch (words[0]) {
      case "pid" -> "" + ProcessHandle.current().pid();
      case "variable" -> text(System.getenv(words[1]));
      case "context" -> text(context.getFunctionName() + " " + context.getInvokedFunctionArn());
      case "remaining" -> "" + context.getRemainingTimeInMillis();
      case "print" -> print(words[1]);
      case "wait-for" -> waitFor(Path.of(words[1]));
      case "large" -> text("x".repeat(7_000_000));
      case "exit" -> exit();
      case "fail" -> throw new IllegalStateException(words[1]);
      default -> event;
    };
  }

  private static String text(String value) {
    return value == null ? "null" : "\"" + value + "\"";
  }

  private static String print(String what) {
    System.out.println(what);
    return "null";
  }

  private static String waitFor(Path file) {
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
    return text(ProcessHandle.current().pid() + "");
  }

  private static String exit() {
    Runtime.getRuntime().halt(3);
    return "";
  }
}
