package callcentre.cloud.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lambda's context of one invocation that has so much time left, always. */
public final class Invocation implements Context {

  private static final String FUNCTION = "function-under-test";

  private final String requestId = UUID.randomUUID().toString();
  private final Duration time;

  /**
   * @param time what {@link #getRemainingTimeInMillis} says, at most 15 minutes at AWS
   */
  public Invocation(Duration time) {
    this.time = time;
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(time.toMillis());
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + FUNCTION;
  }

  @Override
  public String getLogStreamName() {
    return "test";
  }

  @Override
  public String getFunctionName() {
    return FUNCTION;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:" + FUNCTION;
  }

  /** Nobody calls by Cognito. */
  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  /** Nobody calls by a mobile SDK. */
  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }
}
