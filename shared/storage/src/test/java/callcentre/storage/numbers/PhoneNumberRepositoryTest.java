package callcentre.storage.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.Cloud;
import callcentre.cloud.CloudExtension;
import callcentre.cloud.faults.Fault;
import callcentre.domain.numbers.AccountNumber;
import callcentre.domain.numbers.JoinedNumber;
import callcentre.domain.numbers.ListedNumber;
import callcentre.domain.numbers.NumberAttributes;
import callcentre.domain.numbers.RawForm;
import callcentre.domain.phone.PhoneNumber;
import callcentre.storage.Outcome;
import callcentre.storage.Page;
import callcentre.storage.Table;
import callcentre.storage.TestStore;
import callcentre.storage.Versioned;
import callcentre.storage.Written;
import callcentre.storage.database.ItemWriter;
import callcentre.storage.database.MalformedItemException;
import callcentre.storage.database.NewerRowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@Tag("cloud")
@ExtendWith(CloudExtension.class)
class PhoneNumberRepositoryTest {

  private static final Instant SEEN = Instant.parse("2026-11-20T10:15:30.123456789Z");
  private static final PhoneNumber SYNC_1 = new PhoneNumber("+18482161220");

  private final TestStore store;
  private final PhoneNumberRepository numbers;

  PhoneNumberRepositoryTest(Cloud cloud) {
    store = TestStore.with(cloud, Table.PHONE_NUMBERS);
    numbers = new PhoneNumberRepository(store.database());
  }

  @Test
  void aNumberIsReadBackAsItWasWritten() {
    AccountNumber full =
        new AccountNumber(
            joined(SYNC_1, Optional.of("VictorySync 1")),
            Optional.of("Front desk"),
            SEEN,
            SEEN.plusSeconds(60),
            Optional.of(SEEN.plusSeconds(90)));

    numbers.change(SYNC_1, Optional.empty(), stored -> full);

    assertThat(numbers.find(SYNC_1)).contains(new Versioned<>(full, 1));
    assertThat(numbers.all()).containsExactly(new Versioned<>(full, 1));
  }

  @Test
  void anUnknownNumberIsEmpty() {
    assertThat(numbers.find(SYNC_1)).isEmpty();
    assertThat(numbers.all()).isEmpty();
    assertThat(numbers.page(50, Optional.empty()))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
  }

  @Test
  void anUnchangedRowCostsNoWrite() {
    Versioned<AccountNumber> row = insert(SYNC_1).row();

    int requests =
        store.requestsOf(
            () ->
                assertThat(
                        numbers.change(SYNC_1, Optional.of(row), Optional::orElseThrow).outcome())
                    .isEqualTo(Outcome.UNCHANGED));

    assertThat(requests).isZero();
  }

  @Test
  void aChangeCostsOneRequestWhenTheRowIsKnownAndTwoWhenItIsNot() {
    Versioned<AccountNumber> row = insert(SYNC_1).row();

    assertThat(store.requestsOf(() -> label(Optional.of(row), "One"))).isEqualTo(1);
    assertThat(store.requestsOf(() -> label(Optional.empty(), "Two"))).isEqualTo(2);
  }

  @Test
  void readsCostOneRequestEach() {
    insert(SYNC_1);

    assertThat(store.requestsOf(() -> numbers.find(SYNC_1))).isEqualTo(1);
    assertThat(store.requestsOf(numbers::all)).isEqualTo(1);
    assertThat(store.requestsOf(() -> numbers.page(50, Optional.empty()))).isEqualTo(1);
  }

  @Test
  void aChangeOfARowThatSomebodyElseChangedIsMadeOnWhatItIsNow() {
    Versioned<AccountNumber> stale = insert(SYNC_1).row();
    label(Optional.of(stale), "Theirs");

    numbers.change(SYNC_1, Optional.of(stale), stored -> stored.orElseThrow().missing(SEEN));

    AccountNumber now = numbers.find(SYNC_1).orElseThrow().value();
    assertThat(now.label()).isEqualTo("Theirs");
    assertThat(now.removedAt()).contains(SEEN);
  }

  @Test
  void aWriteWhoseAnswerWasLostIsDoneOnceAndSucceeds() {
    store.faults().next("dynamodb.PutItem", new Fault.LostAnswer());

    assertThat(insert(SYNC_1).outcome()).isEqualTo(Outcome.INSERTED);

    assertThat(store.faults().isExhausted()).isTrue();
    assertThat(numbers.find(SYNC_1).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void throttlesAndConflictsAreRepeated() {
    store
        .faults()
        .next(
            "dynamodb.PutItem",
            new Fault.Throttled(),
            new Fault.TransactionConflict(),
            new Fault.TransactionConflict());

    assertThat(insert(SYNC_1).outcome()).isEqualTo(Outcome.INSERTED);
    assertThat(store.faults().isExhausted()).isTrue();
  }

  @Test
  void aConflictThatNeverEndsIsSaidAndTheRowIsKept() {
    Versioned<AccountNumber> row = insert(SYNC_1).row();
    Fault conflict = new Fault.TransactionConflict();
    store.faults().next("dynamodb.PutItem", conflict, conflict, conflict, conflict, conflict);

    assertThatThrownBy(() -> label(Optional.of(row), "Late"))
        .isInstanceOf(TransactionConflictException.class);
    assertThat(numbers.find(SYNC_1)).contains(row);
  }

  @Test
  void aRowOfANewerReleaseIsReadButNeverOverwritten() {
    Versioned<AccountNumber> row = insert(SYNC_1).row();
    set("schema_version", AttributeValue.fromN("2"));

    assertThat(numbers.find(SYNC_1)).contains(row);
    assertThatThrownBy(() -> label(Optional.of(row), "Old"))
        .isInstanceOf(NewerRowException.class)
        .hasMessageContaining("newer release");
    assertThat(numbers.find(SYNC_1)).contains(row);
  }

  @Test
  void anItemThatCannotBeReadIsNamedByTableKeyAndAttribute() {
    insert(SYNC_1);
    set("created_at", AttributeValue.fromS("yesterday"));

    assertThatThrownBy(() -> numbers.find(SYNC_1))
        .isInstanceOf(MalformedItemException.class)
        .hasMessageContainingAll("phone_numbers", "+18482161220", "created_at");
  }

  @Test
  void pagesAreInOrderCompleteAndTheLastOneLeadsNowhere() {
    List<PhoneNumber> all = IntStream.range(0, 7).mapToObj(this::number).toList();
    all.reversed().forEach(this::insert);

    List<PhoneNumber> read = new ArrayList<>();
    Page<AccountNumber> page = numbers.page(3, Optional.empty());
    int pages = 1;
    read.addAll(page.map(AccountNumber::number).items());
    while (page.next().isPresent()) {
      page = numbers.page(3, page.next());
      read.addAll(page.map(AccountNumber::number).items());
      pages++;
    }

    assertThat(read).isEqualTo(all);
    assertThat(pages).isEqualTo(3);
    assertThat(numbers.page(7, Optional.empty()).next()).isEmpty();
  }

  @Test
  void manyNumbersAreReadInOneRequestPerHundred() {
    List<PhoneNumber> wanted = IntStream.range(0, 150).mapToObj(this::number).toList();
    insert(wanted.getFirst());
    insert(wanted.getLast());

    assertThat(store.requestsOf(() -> numbers.findAll(wanted))).isEqualTo(2);
    assertThat(numbers.findAll(wanted)).containsOnlyKeys(wanted.getFirst(), wanted.getLast());
    assertThat(store.requestsOf(() -> assertThat(numbers.findAll(List.of())).isEmpty())).isZero();
  }

  private Written<AccountNumber> insert(PhoneNumber number) {
    return numbers.change(
        number,
        Optional.empty(),
        stored -> AccountNumber.firstSeen(joined(number, Optional.empty()), SEEN));
  }

  private void label(Optional<Versioned<AccountNumber>> seen, String label) {
    numbers.change(SYNC_1, seen, stored -> stored.orElseThrow().labelled(Optional.of(label)));
  }

  private void set(String attribute, AttributeValue value) {
    store
        .database()
        .client()
        .updateItem(
            request ->
                request
                    .tableName(store.database().name(Table.PHONE_NUMBERS))
                    .key(Table.PHONE_NUMBERS.key(Table.ACCOUNT, SYNC_1.e164()))
                    .updateExpression("SET #a = :a")
                    .expressionAttributeNames(Map.of("#a", attribute))
                    .expressionAttributeValues(new ItemWriter().all(Map.of(":a", value)).build()));
  }

  private PhoneNumber number(int index) {
    return new PhoneNumber("+1312555%04d".formatted(index));
  }

  private static JoinedNumber joined(PhoneNumber number, Optional<String> label) {
    NumberAttributes attributes =
        new NumberAttributes(true, false, true, false, "Enabled", true, false, "Both");
    return new JoinedNumber(
        number,
        new ListedNumber(number.e164(), label, attributes),
        List.of(
            new RawForm(number.digits(), Optional.of("Test")),
            new RawForm(number.digits().substring(1), Optional.empty())));
  }
}
