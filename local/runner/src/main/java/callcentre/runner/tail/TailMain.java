package callcentre.runner.tail;

import callcentre.runner.cli.UsageException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** The program behind {@code ./tail}. */
public final class TailMain {

  private static final int USAGE = 2;

  private TailMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      Optional<TailOptions> options = TailOptions.parse(List.of(arguments));
      if (options.isEmpty()) {
        System.out.print(TailOptions.HELP);
        return;
      }
      run(options.get());
    } catch (UsageException | RefusedException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    }
  }

  private static void run(TailOptions options) throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Feed feed = new Feed(options.topics(), new Lines(options.full()));
      new Tail(http, new Tickets(http, options), feed, System.out::println).run();
    }
  }
}
