package callcentre.runner.process;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.UserFault;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.DtoSerializers;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.converters.LambdaErrorConverter;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * The runtime loop where AWS's native client does not run. The handler is found and called by AWS's
 * own loader; only the requests to the Runtime API are made in Java.
 */
public final class PureRuntime {

  private final String api;

  private PureRuntime(String api) {
    this.api = api;
  }

  public static void main(String[] arguments) throws IOException {
    PureRuntime runtime =
        new PureRuntime(
            "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/");
    try {
      LambdaRequestHandler handler = load(arguments[0]);
      // Ends by the exception of a Runtime API that is gone, or by its refusal.
      while (runtime.serveOne(handler)) {}
    } catch (ReflectiveOperationException | LinkageError | RuntimeException failure) {
      failure.printStackTrace();
      runtime.post(
          "init/error", DtoSerializers.serialize(LambdaErrorConverter.fromThrowable(failure)));
      System.exit(1);
    }
    System.exit(0);
  }

  private static LambdaRequestHandler load(String handler) throws ReflectiveOperationException {
    try {
      return EventHandlerLoader.loadEventHandler(
          HandlerInfo.fromString(handler, ClassLoader.getSystemClassLoader()));
    } catch (HandlerInfo.InvalidHandlerException invalid) {
      throw new IllegalArgumentException("Invalid handler: " + handler, invalid);
    }
  }

  private boolean serveOne(LambdaRequestHandler handler) throws IOException {
    HttpURLConnection next = open("invocation/next");
    if (next.getResponseCode() != 200) {
      return false;
    }
    InvocationRequest request = new InvocationRequest();
    request.setId(next.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
    request.setInvokedFunctionArn(next.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
    request.setDeadlineTimeInMs(Long.parseLong(next.getHeaderField("Lambda-Runtime-Deadline-Ms")));
    try (var content = next.getInputStream()) {
      request.setContent(content.readAllBytes());
    }
    String call = "invocation/" + request.getId();
    byte[] answer;
    try {
      answer = handler.call(request).toByteArray();
    } catch (UserFault fault) {
      System.err.println(fault.reportableError());
      post(call + "/error", DtoSerializers.serialize(LambdaErrorConverter.fromUserFault(fault)));
      return true;
    } catch (Exception | Error failure) {
      failure.printStackTrace();
      post(call + "/error", DtoSerializers.serialize(LambdaErrorConverter.fromThrowable(failure)));
      return true;
    }
    post(call + "/response", answer);
    return true;
  }

  private void post(String call, byte[] body) throws IOException {
    HttpURLConnection connection = open(call);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    connection.setRequestProperty("Content-Type", "application/json");
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    connection.getResponseCode();
  }

  private HttpURLConnection open(String call) throws IOException {
    return (HttpURLConnection) URI.create(api + call).toURL().openConnection();
  }
}
