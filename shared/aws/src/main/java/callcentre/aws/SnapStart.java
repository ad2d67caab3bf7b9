package callcentre.aws;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Hooks around the SnapStart snapshot, by org.crac as AWS documents it ("Runtime hooks for Lambda
 * SnapStart"). Outside SnapStart they are never called.
 */
public final class SnapStart {

  /** The global context holds resources weakly: without this list a hook could vanish. */
  private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

  private SnapStart() {}

  /**
   * Runs work before the snapshot is taken, e.g. priming. Hooks run in reverse order of their
   * registration; one that throws fails the publish.
   */
  public static void beforeCheckpoint(Runnable work) {
    register(Core.getGlobalContext(), work, () -> {});
  }

  /**
   * Runs work after a restore, before the first event. Hooks run in order of their registration.
   * For whatever must not be the same in two processes: identities, random sources, connections.
   */
  public static void afterRestore(Runnable work) {
    register(Core.getGlobalContext(), () -> {}, work);
  }

  static void register(Context<Resource> context, Runnable before, Runnable after) {
    Resource hook = new Hook(before, after);
    REGISTERED.add(hook);
    context.register(hook);
  }

  private record Hook(Runnable before, Runnable after) implements Resource {

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      before.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
      after.run();
    }
  }
}
