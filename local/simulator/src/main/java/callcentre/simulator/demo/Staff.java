package callcentre.simulator.demo;

import callcentre.simulator.account.AccountData;
import callcentre.simulator.account.NamedUnit;
import callcentre.simulator.account.PhoneNumber;
import callcentre.simulator.account.TeamUser;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Who works at the centre and on which numbers.
 *
 * @param agents users with an extension, at least two
 * @param numbers in E.164, at least one
 */
record Staff(
    List<TeamUser> agents, List<String> numbers, List<String> texting, List<String> groups) {

  /** The staff of an account; empty when it has too few people or no number. */
  static Optional<Staff> of(AccountData account) {
    List<TeamUser> agents =
        account.users().stream().filter(user -> user.extension() != null).toList();
    List<String> numbers = numbers(account, true);
    List<String> groups = account.groups().stream().map(NamedUnit::id).toList();
    return agents.size() < 2 || numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Staff(agents, numbers, numbers(account, false), groups));
  }

  private static List<String> numbers(AccountData account, boolean all) {
    return account.numbers().stream()
        .filter(number -> all || number.mayText())
        .map(PhoneNumber::number)
        .filter(number -> number.startsWith("+"))
        .toList();
  }

  /** Some of them, each once, in the order of their ringing. */
  List<TeamUser> some(int count, RandomGenerator random) {
    int first = random.nextInt(agents.size());
    int step = 1 + random.nextInt(agents.size() - 1);
    return IntStream.range(0, Math.min(count, agents.size()))
        .mapToObj(i -> agents.get((first + i * step) % agents.size()))
        .distinct()
        .toList();
  }
}
