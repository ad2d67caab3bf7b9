package callcentre.functions.syncworker;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Lets something happen in the world while a worker is at a page, or between two of them. */
final class Meanwhile implements ExecutionInterceptor {

  private Runnable event = () -> {};
  private int checkpointsBefore = Integer.MAX_VALUE;
  private boolean atRows;

  /** Once, at the next checkpoint. */
  void atTheNextCheckpoint(Runnable happens) {
    atCheckpoint(1, happens);
  }

  /** Once, when a page was stored that often. */
  void atCheckpoint(int count, Runnable happens) {
    event = happens;
    checkpointsBefore = count;
  }

  /** Once, when the next new rows are stored. */
  void whileRowsAreStored(Runnable happens) {
    event = happens;
    atRows = true;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof UpdateItemRequest update
        && update.updateExpression().contains("#cursor")
        && --checkpointsBefore == 0) {
      event.run();
    }
    if (atRows
        && context.request() instanceof TransactWriteItemsRequest rows
        && rows.transactItems().stream()
            .anyMatch(
                part -> part.put() != null && part.put().tableName().endsWith("-call_history"))) {
      atRows = false;
      event.run();
    }
  }
}
