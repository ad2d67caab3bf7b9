package callcentre.storage;

import callcentre.cloud.Cloud;
import callcentre.cloud.TemplateTables;
import callcentre.cloud.faults.FaultInjector;
import callcentre.cloud.faults.RequestCounter;
import callcentre.storage.database.ConflictRetry;
import callcentre.storage.database.Database;
import java.util.Random;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Tables of the template under a stage of their own, with what a test watches and disturbs. */
public final class TestStore {

  private static final int ATTEMPTS = 5;

  private final RequestCounter requests = new RequestCounter();
  private final FaultInjector faults = new FaultInjector();
  private final Database database;

  private TestStore(Cloud cloud, String stage, ExecutionInterceptor[] more) {
    ExecutionInterceptor[] all = new ExecutionInterceptor[more.length + 2];
    all[0] = requests;
    all[1] = faults;
    System.arraycopy(more, 0, all, 2, more.length);
    database =
        new Database(
            cloud.clients(all)::dynamoDb,
            () -> new Tables(stage),
            new ConflictRetry(ATTEMPTS, new Random(7), length -> {}));
  }

  public static TestStore with(Cloud cloud, Table... tables) {
    return with(cloud, new ExecutionInterceptor[0], tables);
  }

  public static TestStore with(Cloud cloud, ExecutionInterceptor[] interceptors, Table... tables) {
    String stage = cloud.newStage();
    for (Table table : tables) {
      TemplateTables.create(cloud, stage, table.baseName());
    }
    return new TestStore(cloud, stage, interceptors);
  }

  public Database database() {
    return database;
  }

  public RequestCounter requests() {
    return requests;
  }

  public FaultInjector faults() {
    return faults;
  }

  /** How many requests the work sends, the SDK's own repetitions included. */
  public int requestsOf(Runnable work) {
    requests.reset();
    work.run();
    return requests.total();
  }
}
