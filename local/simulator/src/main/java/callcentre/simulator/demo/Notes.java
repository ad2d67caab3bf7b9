package callcentre.simulator.demo;

import callcentre.simulator.history.Marks;
import callcentre.simulator.history.Workflow;
import java.util.List;
import java.util.random.RandomGenerator;

/** What people noted: unanswered calls and messages are work, talks seldom are. */
record Notes(RandomGenerator random) {

  private static final List<String> COMMENTS =
      List.of(
          "Asked for a new appointment",
          "Sent the price list",
          "Wrong number",
          "Will call again next week",
          "Left word with a colleague");

  Marks ofTalk() {
    Marks marks = Marks.NONE.withRead(true).withFavorite(random.nextInt(100) == 0);
    if (random.nextInt(100) < 3) {
      marks = marks.withTags(List.of("VIP"));
    }
    if (random.nextInt(10) == 0) {
      marks = marks.withWorkflow(random.nextInt(3) == 0 ? Workflow.OPEN : Workflow.RESOLVED);
    }
    return random.nextInt(100) < 8 ? commented(marks) : marks;
  }

  Marks ofUnanswered() {
    boolean done = random.nextInt(3) > 0;
    Marks marks =
        Marks.NONE
            .withRead(done || random.nextBoolean())
            .withWorkflow(done ? Workflow.RESOLVED : Workflow.OPEN);
    return random.nextInt(100) < 12 ? commented(marks) : marks;
  }

  Marks ofMessage(boolean sent) {
    return sent
        ? Marks.NONE.withRead(true).withWorkflow(Workflow.RESOLVED)
        : Marks.NONE
            .withRead(random.nextInt(5) > 0)
            .withWorkflow(random.nextInt(4) == 0 ? Workflow.OPEN : Workflow.RESOLVED);
  }

  private Marks commented(Marks marks) {
    return marks.withComment(COMMENTS.get(random.nextInt(COMMENTS.size())));
  }
}
