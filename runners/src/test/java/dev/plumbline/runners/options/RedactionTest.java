package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://u:p@h/x | http://***@h/x",
        "--mine-url=https://u:p@h/x | --mine-url=https://***@h/x",
        "http://u:p@q@h/x | http://***@h/x",
        "socks5h://me@proxy:9050 | socks5h://***@proxy:9050",
        "http://h/x?token=abc&size=1 | http://h/x?token=***&size=1",
        "-Dmy.api-key=abc | -Dmy.api-key=***",
        "-Djavax.net.ssl.trustStorePassword=abc | -Djavax.net.ssl.trustStorePassword=***",
        "http://h:80/x | http://h:80/x",
        "--rows-target=5 | --rows-target=5",
        "user@example.org | user@example.org",
      })
  void secretsAreMaskedAndNothingElse(String text, String expected) {
    assertEquals(expected, Redaction.text(text));
  }

  @Test
  void valueAfterSecretOptionIsMaskedWhole() {
    assertEquals(
        List.of("elt", "--api-token", "***", "--workers", "3"),
        Redaction.arguments(List.of("elt", "--api-token", "abc", "--workers", "3")));
  }
}
