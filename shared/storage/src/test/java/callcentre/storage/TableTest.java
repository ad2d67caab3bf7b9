package callcentre.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callcentre.cloud.TemplateTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

class TableTest {

  @Test
  void everyTableHasTheKeysThatTheTemplateDeclaresAndNoOtherIsDeclared() {
    Map<String, List<String>> declared =
        TemplateTables.of("dev").stream()
            .collect(Collectors.toMap(CreateTableRequest::tableName, TableTest::keyNames));
    Tables names = new Tables("dev");

    Map<String, List<String>> used =
        Arrays.stream(Table.values()).collect(Collectors.toMap(names::name, Table::keyNames));

    assertThat(used).isEqualTo(declared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dev_1", "über", "a b", "123456789012345678901234567890123"})
  void aStageThatCannotBePartOfATablesNameIsRefused(String stage) {
    assertThatThrownBy(() -> new Tables(stage)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyWithTooFewOrTooManyPartsIsRefused() {
    assertThatThrownBy(() -> Table.PHONE_NUMBERS.key("account"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Table.LEASES.key("token", "more"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> keyNames(CreateTableRequest table) {
    return table.keySchema().stream().map(KeySchemaElement::attributeName).toList();
  }
}
