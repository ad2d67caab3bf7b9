package callcentre.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crac.CheckpointException;
import org.crac.Context;
import org.crac.Resource;
import org.crac.RestoreException;
import org.junit.jupiter.api.Test;

class SnapStartTest {

  @Test
  void hooksRunAtTheirSideOfTheSnapshotOnly() throws Exception {
    List<String> seen = new ArrayList<>();
    WeakContext context = new WeakContext();
    SnapStart.register(context, () -> seen.add("before"), () -> {});
    SnapStart.register(context, () -> {}, () -> seen.add("after"));

    context.beforeCheckpoint(context);
    assertThat(seen).containsExactly("before");

    context.afterRestore(context);
    assertThat(seen).containsExactly("before", "after");
  }

  @Test
  void aHookIsNotForgottenByTheGarbageCollector() throws Exception {
    List<String> seen = new ArrayList<>();
    WeakContext context = new WeakContext();
    SnapStart.register(context, () -> seen.add("primed"), () -> {});
    WeakReference<Object> witness = new WeakReference<>(new Object());
    while (witness.get() != null) {
      System.gc();
    }

    context.beforeCheckpoint(context);

    assertThat(seen).containsExactly("primed");
  }

  /** Holds resources as the contract of org.crac says: weakly. */
  private static final class WeakContext extends Context<Resource> {

    private final List<WeakReference<Resource>> resources = new ArrayList<>();

    @Override
    public void register(Resource resource) {
      resources.add(new WeakReference<>(resource));
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
      for (Resource resource : alive().reversed()) {
        try {
          resource.beforeCheckpoint(this);
        } catch (Exception failed) {
          throw new CheckpointException(failed.toString());
        }
      }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws RestoreException {
      for (Resource resource : alive()) {
        try {
          resource.afterRestore(this);
        } catch (Exception failed) {
          throw new RestoreException(failed.toString());
        }
      }
    }

    private List<Resource> alive() {
      return resources.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }
  }
}
