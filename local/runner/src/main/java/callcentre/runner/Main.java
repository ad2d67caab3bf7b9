package callcentre.runner;

import callcentre.cloud.template.Template;
import callcentre.cloud.template.TemplateException;
import callcentre.runner.cli.Announcement;
import callcentre.runner.cli.Console;
import callcentre.runner.cli.LocalJson;
import callcentre.runner.cli.OptionParser;
import callcentre.runner.cli.Options;
import callcentre.runner.cli.UsageException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./run}. */
public final class Main {

  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Without it every small answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Console console = new Console(System.out, System.err);
    try {
      Optional<Options> options = OptionParser.parse(arguments);
      if (options.isEmpty()) {
        console.print(OptionParser.HELP);
        return;
      }
      run(options.get(), console);
    } catch (UsageException | TemplateException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    }
  }

  private static void run(Options options, Console console)
      throws IOException, InterruptedException {
    LocalSystem.Running running = LocalSystem.start(options, console, Template.repositoryFolder());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      console.print("");
                      console.step("Stopping: running invocations finish");
                      running.system().close();
                      console.step("Stopped; the data stays in " + options.data());
                      stopped.countDown();
                    }));
    LocalJson.write(running.facts());
    FirstData.plant(running, options, console);
    FirstData.registerWebhook(running, console);
    console.print(Announcement.of(running.facts(), console.seconds()));
    stopped.await();
  }
}
