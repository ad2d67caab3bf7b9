package callcentre.simulator.webhooks;

import callcentre.simulator.account.Account;
import callcentre.simulator.history.History;
import callcentre.simulator.history.PhoneCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account's webhooks: each registered URL is told what happens in the calls of the history, as
 * the clock passes it (MightyCall reference 4).
 */
public final class Webhooks implements AutoCloseable {

  /** So many URLs an account may have (reference 4.1). */
  public static final int MOST_URLS = 10;

  /** So many events may be on their way to one URL at one time. */
  public static final int MOST_PARALLEL = 64;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final String ANOTHER_KEY = "ffffffff-ffff-4fff-8fff-ffffffffffff";

  private final InstantSource clock;
  private final Account account;
  private final History history;
  private final EventFaults faults = new EventFaults();
  private final DeliveryLog deliveries = new DeliveryLog();
  private final EventQueue queue;
  private final Consumer<Instant> opening;
  private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
  private final Posts posts = new Posts();
  private @Nullable ScheduledExecutorService lookout;
  private int lastNumber;

  /**
   * No URL is registered yet.
   *
   * @param opening is told from when on somebody listens, each time that nobody did before
   */
  public Webhooks(
      InstantSource clock, Account account, History history, long seed, Consumer<Instant> opening) {
    this.clock = clock;
    this.account = account;
    this.history = history;
    queue = new EventQueue(history, faults, seed);
    this.opening = opening;
  }

  /**
   * Tries a URL as the provider does when it is saved, and registers it if it answers 2xx in time.
   *
   * @param parallel 1 to {@link #MOST_PARALLEL}; 1 keeps the order of events
   * @throws RefusedUrlException when it is not registered
   */
  public RegisteredUrl register(URI url, int parallel)
      throws RefusedUrlException, InterruptedException {
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new IllegalArgumentException("Give 1 to " + MOST_PARALLEL + " for parallel");
    }
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new RefusedUrlException("The URL must be whole and begin with http:// or https://");
    }
    Instant since = clock.instant();
    boolean echoed = validate(url);
    return add(url, parallel, echoed, since);
  }

  private boolean validate(URI url) throws RefusedUrlException, InterruptedException {
    String echo =
        UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8)).toString();
    HttpResponse<Void> answer;
    try {
      answer = posts.validate(url, echo);
    } catch (IOException silent) {
      throw new RefusedUrlException(
          "The URL did not answer within "
              + Posts.VALIDATION_LIMIT.toSeconds()
              + " seconds; it was not registered");
    }
    if (answer.statusCode() < 200 || answer.statusCode() > 299) {
      throw new RefusedUrlException(
          "The URL answered " + answer.statusCode() + " and not 2xx; it was not registered");
    }
    return answer.headers().firstValue("Echo").filter(echo::equals).isPresent();
  }

  private synchronized RegisteredUrl add(URI url, int parallel, boolean echoed, Instant since)
      throws RefusedUrlException {
    if (receivers.size() >= MOST_URLS) {
      throw new RefusedUrlException(
          "The account has " + MOST_URLS + " URLs already; remove one first");
    }
    if (receivers.isEmpty()) {
      opening.accept(clock.instant());
    }
    lastNumber++;
    RegisteredUrl added = new RegisteredUrl("url-" + lastNumber, url, parallel, echoed, since);
    receivers.add(new Receiver(added, posts, deliveries, clock));
    if (lookout == null) {
      lookout = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
      long pause = BETWEEN_LOOKS.toMillis();
      lookout.scheduleWithFixedDelay(this::sendDue, pause, pause, TimeUnit.MILLISECONDS);
    }
    return added;
  }

  /** The registered URLs in the order of their registration. */
  public List<RegisteredUrl> urls() {
    return receivers.stream().map(Receiver::url).toList();
  }

  /** Removes a URL, which is told nothing more; false when there is none with this id. */
  public synchronized boolean remove(String id) {
    Optional<Receiver> found =
        receivers.stream().filter(receiver -> receiver.url().id().equals(id)).findFirst();
    found.ifPresent(this::remove);
    return found.isPresent();
  }

  /** Removes all URLs and forgets what waits for them. */
  public synchronized void removeAll() {
    List.copyOf(receivers).forEach(this::remove);
  }

  private void remove(Receiver receiver) {
    receivers.remove(receiver);
    receiver.close();
    if (receivers.isEmpty()) {
      queue.clear();
    }
  }

  /**
   * Sends all events of a call that lie in the past once more, or for the first time.
   *
   * @param id its journal id or its GUID
   * @return how many; empty when there is no such call
   */
  public Optional<Integer> sendAgain(String id) {
    return history
        .find(id)
        .filter(PhoneCall.class::isInstance)
        .map(found -> queue.again((PhoneCall) found, clock.instant()));
  }

  /** What goes wrong with events. */
  public EventFaults faults() {
    return faults;
  }

  /** What was sent. */
  public DeliveryLog deliveries() {
    return deliveries;
  }

  /** How many events of calls that began are still to come. */
  public int waiting() {
    return queue.size();
  }

  /** How events are called now. */
  public EventNames names() {
    return queue.names();
  }

  /** Changes how events are called. */
  public void change(EventNames names) {
    queue.names(names);
  }

  /** No URLs, faults or deliveries, and the classic names. */
  public synchronized void reset(long seed) {
    removeAll();
    faults.clear();
    deliveries.clear();
    queue.reset(seed);
  }

  private void sendDue() {
    Optional<Instant> since =
        receivers.stream().map(receiver -> receiver.url().since()).min(Instant::compareTo);
    if (since.isEmpty()) {
      return;
    }
    EventNames names = queue.names();
    for (DueEvent due : queue.due(clock.instant(), since.get())) {
      due.event().type(names).ifPresent(type -> send(due, type, names));
    }
  }

  private void send(DueEvent due, String type, EventNames names) {
    String key = due.foreignKey() ? ANOTHER_KEY : account.data().apiKey();
    String body = EventBody.of(due.call(), due.event(), names, type, due.guid(), key);
    String sent = due.lineBreak() ? EventBody.withLineBreaks(body) : body;
    for (Receiver receiver : receivers) {
      if (!due.call().at().isBefore(receiver.url().since()) || due.asked()) {
        receiver.send(due, type, sent);
      }
    }
  }

  /** Stops at once; events on their way are lost. */
  @Override
  public synchronized void close() {
    if (lookout != null) {
      lookout.shutdownNow();
    }
    removeAll();
    posts.close();
  }
}
