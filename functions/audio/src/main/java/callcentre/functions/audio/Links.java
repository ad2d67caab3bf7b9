package callcentre.functions.audio;

import callcentre.api.problem.ApiException;
import callcentre.api.problem.ErrorCode;
import callcentre.api.tickets.AudioItem;
import callcentre.api.tickets.AudioKind;
import callcentre.client.CallContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The provider's links to recordings. One that was asked for serves the whole play: a recording of
 * an hour is some fifteen parts, and each question costs a request of the budget. A link that
 * served and is refused now has expired, however young it is, and is replaced; but only one in a
 * {@link #PAUSE}, and none that never served: a ticket cannot drain the budget.
 */
@Singleton
final class Links {

  /** Between two questions for one recording. */
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final int MOST_KEPT = 200;

  private final ProviderLinks provider;
  private final InstantSource clock;
  private final Map<Key, Answer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Links(ProviderLinks provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  private record Key(AudioKind kind, String id) {}

  /**
   * What the provider answered.
   *
   * @param link empty when it has no sound
   * @param served whether the link has given sound
   * @param second whether it replaced a link that expired in its first moments
   */
  private record Answer(Optional<String> link, Instant at, boolean served, boolean second) {

    boolean isGivenUp() {
      return !served || second;
    }
  }

  /** The link to try first: the last one that was asked for, else the ticket's. */
  synchronized Optional<String> known(AudioItem item) {
    Answer answer = answers.get(key(item));
    return answer == null ? item.link() : answer.link();
  }

  /** Remembers that this link gave sound: when it is refused from now on, it has expired. */
  synchronized void served(AudioItem item, String link) {
    answers.computeIfPresent(
        key(item),
        (_, answer) ->
            answer.link().filter(link::equals).isPresent()
                ? new Answer(answer.link(), answer.at(), true, answer.second())
                : answer);
  }

  /**
   * A link that the provider gives now.
   *
   * @param refused what was tried before
   * @throws ApiException 404 when the provider has no such sound, 502 when it was asked a moment
   *     ago and its link is refused
   * @throws callcentre.client.error.MightyCallException when it does not answer
   */
  synchronized String fresh(AudioItem item, Optional<String> refused, CallContext context) {
    Answer answer = answers.get(key(item));
    boolean young = answer != null && clock.instant().isBefore(answer.at().plus(PAUSE));
    if (answer == null || !young) {
      answer = ask(item, false, context);
    } else if (refused.isPresent() && answer.link().equals(refused)) {
      if (answer.isGivenUp()) {
        throw ApiException.of(
                ErrorCode.MIGHTYCALL_ERROR,
                "MightyCall refuses the link that it gave for this recording a moment ago. Try"
                    + " again in a minute.")
            .retryAfter(PAUSE);
      }
      answer = ask(item, true, context);
    }
    return answer.link().orElseThrow(() -> ApiException.notFound("recording"));
  }

  private Answer ask(AudioItem item, boolean second, CallContext context) {
    Answer answer = new Answer(provider.find(item, context), clock.instant(), false, second);
    answers.put(key(item), answer);
    return answer;
  }

  private static Key key(AudioItem item) {
    return new Key(item.kind(), item.id());
  }
}
