package callcentre.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {

  @TempDir private Path folder;

  @Test
  void aFilledFileIsTheContentOfTheCredentialsSecret() throws IOException {
    ProviderAccount account =
        ProviderAccount.real(
            file(
                """
                # keys of the account
                MIGHTYCALL_API_KEY=00000000-aaaa
                export MIGHTYCALL_USER_KEY="with = and # in it"

                MIGHTYCALL_HOST='classic'
                """));

    assertThat(account.secretJson())
        .contains("\"api_key\":\"00000000-aaaa\"")
        .contains("\"user_key\":\"with = and # in it\"")
        .contains("\"host\":\"classic\"");
    assertThat(account.toString()).doesNotContain("00000000-aaaa");
  }

  @Test
  void aMissingKeyIsNamed() throws IOException {
    DotEnv file = file("MIGHTYCALL_API_KEY=a\nMIGHTYCALL_USER_KEY=\n");

    assertThatThrownBy(() -> ProviderAccount.real(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("gives no MIGHTYCALL_USER_KEY");
  }

  @Test
  void aMissingFileSaysHowToMakeIt() {
    assertThatThrownBy(() -> DotEnv.read(folder.resolve(".env")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("copy .env.example to .env");
  }

  @Test
  void aLineThatIsNoSettingIsNamedByItsNumberOnly() {
    assertThatThrownBy(() -> file("# fine\nsecret-without-name\n"))
        .hasMessageContaining("Line 2 of")
        .hasMessageNotContaining("secret-without-name");
  }

  private DotEnv file(String content) throws IOException {
    return DotEnv.read(Files.writeString(folder.resolve(".env"), content));
  }
}
