package dev.plumbline.transforms.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRootTest {
  @ParameterizedTest
  @CsvSource({
    "https://mines.example.org/legumemine/service, https://mines.example.org/legumemine/service",
    "https://mines.example.org/legumemine, https://mines.example.org/legumemine/service",
    "https://mines.example.org/legumemine/, https://mines.example.org/legumemine/service",
    "https://mines.example.org/legumemine/service///, https://mines.example.org/legumemine/service",
    "mines.example.org/legumemine, http://mines.example.org/legumemine/service",
    "localhost:8080/x, http://localhost:8080/x/service",
    "127.0.0.1:8080, http://127.0.0.1:8080/service",
    "HTTP://127.0.0.1:8080/x, http://127.0.0.1:8080/x/service",
    "http://[::1]:8080/x, http://[::1]:8080/x/service",
    "http://h/x/service?token=t, http://h/x/service",
    "http://h/x?token=t#part, http://h/x/service",
    "http://h/x#part, http://h/x/service",
    "'  http://h/x  ', http://h/x/service",
    "http://h/microservice, http://h/microservice/service",
    "http://h/service/x, http://h/service/x/service",
    "http://h/a%20b/service, http://h/a%20b/service"
  })
  void readsARootAsPeopleGiveIt(String given, String url) {
    assertEquals(url, ServiceRoot.parse(given).url());
    assertEquals(url, ServiceRoot.parse(given).toString());
    assertEquals(ServiceRoot.parse(given), ServiceRoot.parse(url), "parsing again changes nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://h/x, ftp",
    "file:///etc/x, file",
    "http://, URL",
    "http:///service, no host",
    "'http://h/a b', not a URL",
    "http://h:port/x, no host",
    "'', URL"
  })
  void refusesWhatIsNoRoot(String given, String named) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ServiceRoot.parse(given));

    assertTrue(refused.getMessage().contains(named), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:secret@h/x",
    "http://secret@h/x",
    "http://user:secret@h/a b",
    "user:secret@h/x"
  })
  void neverRepeatsAPassword(String given) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ServiceRoot.parse(given));

    StringWriter logged = new StringWriter();
    refused.printStackTrace(new PrintWriter(logged, true));
    assertFalse(logged.toString().contains("secret"), logged.toString());
  }

  @Test
  void refusalsOfUserNamesSaySo() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ServiceRoot.parse("http://u@h/x"));

    assertTrue(refused.getMessage().contains("user name"), refused.getMessage());
  }
}
