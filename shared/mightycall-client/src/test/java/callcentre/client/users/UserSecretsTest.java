package callcentre.client.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserSecretsTest {

  private static final List<String> IDS =
      List.of(
          "auth0|sam",
          "auth0=7csam",
          "auth0=7Csam",
          "auth0/sam",
          "auth0 sam",
          "Auth0|sam",
          "sam.reed@harbordental.example",
          "6f1d2c3b-4a59-4876-9b80-1a2b3c4d5e6f",
          "zoë",
          "zo=c3=ab",
          "x".repeat(300),
          "x".repeat(301),
          "=sha256=" + "0".repeat(64));

  @Test
  void everyUserIdBecomesAPlainNameOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (String id : IDS) {
      String name = UserSecrets.encode(id);
      assertThat(name).matches("[A-Za-z0-9_.@=-]{1,300}");
      assertThat(names.add(name)).as(id).isTrue();
    }
  }

  @Test
  void aUserWithoutAnIdHasNoSecrets() {
    assertThatThrownBy(() -> UserSecrets.encode(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
