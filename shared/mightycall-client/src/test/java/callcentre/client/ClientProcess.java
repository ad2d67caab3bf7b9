package callcentre.client;

import callcentre.aws.AwsClients;
import callcentre.aws.Endpoints;
import callcentre.aws.Environment;
import callcentre.aws.Secrets;
import callcentre.client.token.TokenTiming;
import callcentre.domain.budget.RequestClass;
import callcentre.storage.Table;
import callcentre.storage.Tables;
import callcentre.storage.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A process with several clients that know nothing of each other and call at the same moment: when
 * its standard input says so. It prints {@code ready}, then how many calls succeeded.
 */
public final class ClientProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private ClientProcess() {}

  /**
   * @param args addresses of DynamoDB and Secrets Manager, the stage, the number of clients, the
   *     length of the token's lease in seconds
   */
  public static void main(String[] args) throws Exception {
    Endpoints endpoints =
        new Endpoints(URI.create(args[0]), URI.create(args[0]), URI.create(args[1]));
    String stage = args[2];
    int clients = Integer.parseInt(args[3]);
    TokenTiming timing =
        TokenTiming.standard().withLease(Duration.ofSeconds(Long.parseLong(args[4])));
    try (AwsClients aws = AwsClients.at(endpoints);
        ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        MightyCallClient client = client(aws, stage, timing);
        calls.add(() -> call(client));
      }
      loadTheSdk(aws, stage);
      say("ready");
      awaitGo();
      int succeeded = 0;
      for (Future<Integer> call : threads.invokeAll(calls)) {
        succeeded += call.get() > 0 ? 1 : 0;
      }
      say(Integer.toString(succeeded));
    }
  }

  private static MightyCallClient client(AwsClients aws, String stage, TokenTiming timing) {
    Environment environment =
        new Environment(
            Map.of(
                "CREDENTIALS_SECRET_ID", stage + "/mightycall/credentials",
                "TOKEN_SECRET_ID", stage + "/mightycall/token"));
    InstantSource clock = InstantSource.system();
    return MightyCallClients.with(
            environment,
            new Database(aws::dynamoDb, () -> new Tables(stage)),
            new Secrets(aws::secretsManager, clock),
            clock,
            new SecureRandom(),
            timing,
            pause -> LockSupport.parkNanos(pause.toNanos()))
        .account();
  }

  /** A busy machine's tables may take longer than their client waits: whoever calls tries again. */
  private static int call(MightyCallClient client) {
    CallContext context =
        new CallContext(RequestClass.INTERACTIVE, Deadline.in(PATIENCE, InstantSource.system()));
    while (true) {
      try {
        return client.team().get(context).users().size();
      } catch (SdkClientException slowTable) {
        if (context.deadline().hasPassed(InstantSource.system())) {
          throw slowTable;
        }
      }
    }
  }

  /** So that what happens at once is the calls, and not the loading of classes. */
  private static void loadTheSdk(AwsClients aws, String stage) {
    aws.secretsManager().describeSecret(secret -> secret.secretId(stage + "/mightycall/token"));
    aws.dynamoDb().describeTable(table -> table.tableName(new Tables(stage).name(Table.LEASES)));
  }

  private static void awaitGo() throws IOException {
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
