package dev.plumbline.runners.mine.userdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserDataRefusalTest {

  @TempDir Path folder;

  @Test
  void saysWhatItReads() throws IOException {
    refuses("t.xlsx", "x", "expected .csv, .tsv, .jsonl, .ndjson or .parquet, or a folder");
    refuses("t", "x", "its name tells no kind");
    UserDataRefused e = refused(UserData.of(Files.createDirectory(folder.resolve("d"))));
    assertTrue(e.getMessage().endsWith("the folder holds no .parquet part"), e.getMessage());
  }

  @Test
  void namesTheLineThatIsNoCsv() throws IOException {
    refuses("t.csv", "", "it is empty; expected a first line of the columns' names");
    refuses("t.csv", "a,,b\n", "line 1: column 2 has no name");
    refuses("t.csv", "a,b\n1,2\n3\n", "line 3 has 1 fields, the first line 2");
    refuses("t.csv", "a,b\n1,\"x\ny\"\n\n3,4\n", "line 4 has 1 fields, the first line 2");
    refuses("t.csv", "a,b\n1,2,\n", "line 2 has 3 fields");
    refuses("t.csv", "a,b\n1,\"2\n3,4\n", "line 2: a quote is opened and never closed");
    refuses("t.csv", "a,b\n1,\"2\"x\n", "line 2: a closing quote is followed by more");
    refuses("t.csv", "a,b\r1,2\r", "line 1: a carriage return stands alone");
    refuses("t.csv", "a\0b\n", "line 1: a zero byte");
    byte[] latin1 = "a\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    refuses(write("t.csv", latin1), "at or after line 1: bytes that are not UTF-8");
  }

  @Test
  void namesTheLineThatIsNoJsonObject() throws IOException {
    refuses("t.jsonl", "{\"a\":1}\n[1]\n", "line 2: expected a JSON object, found an array");
    refuses("t.jsonl", "a,b\n1,2\n", "line 1: no JSON object: ");
    refuses("t.jsonl", "{\"a\":1} {\"a\":2}\n", "line 1: more than one JSON object");
    refuses("t.jsonl", "{\"a\":\n1}\n", "line 1: the JSON object ends on line 2");
    refuses("t.jsonl", "{\"a\":1}\n{\"a\":", "line 2: no JSON object: ");
    refuses("t.jsonl", "{\"a\":1,\"a\":2}\n", "line 1: no JSON object: Duplicate field 'a'");
    refuses("t.ndjson", "{\"a\":NaN}\n", "line 1: no JSON object: ");
    refuses("t.jsonl", "{\"\":1}\n", "one of its columns has no name");
    refuses("t.jsonl", "{\"a\":{\"b\":1}}\n", "line 1, column 'a': an object; nested values");
    refuses("t.jsonl", "{\"a\":1}\n{\"b\":[]}\n", "line 2, column 'b': an array; nested values");
    refuses("t.jsonl", "{\"a\":\"\\ud83c\"}\n", "line 1, column 'a': half of a surrogate pair");
    byte[] latin1 = "{\"a\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    refuses(write("t.jsonl", latin1), "bytes that are not UTF-8");
  }

  @Test
  void namesTheValueThatIsNotOfItsDeclaredType() throws IOException {
    String csv = "id,gene a\n1,7\n2,AT1G01010\n";
    UserData file = UserData.of(write("t.csv", csv.getBytes(StandardCharsets.UTF_8)));
    UserDataRefused e = refused(file.withTypes(List.of("gene a=Integer")));
    assertEquals(
        "Cannot serve "
            + file.file()
            + ": line 3, column 'gene a': a value of the shape 'aa9a99999' (9 characters),"
            + " expected Integer",
        e.getMessage());
    refusesValue("2147483648", "Integer");
    refusesValue("9223372036854775808", "Long");
    refusesValue("1e999", "Double");
    refusesValue("NaN", "Double");
    refusesValue("1e39", "Float");
    refusesValue("yes", "Boolean");
    refusesValue("2023-02-29", "Date");
    refusesValue("1e99999999999", "BigDecimal");
    refusesValue(" 1", "Long");
  }

  private void refusesValue(String value, String type) throws IOException {
    UserData file = UserData.of(Files.writeString(folder.resolve("v.csv"), "a\n" + value + "\n"));
    UserDataRefused e = refused(file.withTypes(List.of("a=" + type)));
    String words = "line 2, column 'a': a value of the shape " + ValueTexts.shape(value);
    assertTrue(e.getMessage().contains(words + ", expected " + type), e.getMessage());
  }

  @Test
  void refusesDeclarationsThatSayNothing() throws IOException {
    UserData file = UserData.of(Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n"));
    assertRefuses("'Int' is not a type; expected one of Integer, Long", file, "a=Int");
    assertRefuses("'a' is not of the form column=Type", file, "a");
    assertRefuses("column 'a' is declared twice", file, "a=Long", "a=Long");
    assertRefuses("columns that it does not have: c; it has a, b", file, "c=Long");
  }

  private static void assertRefuses(String words, UserData file, String... declarations) {
    UserDataRefused e =
        assertThrows(
            UserDataRefused.class, () -> UserTable.load(file.withTypes(List.of(declarations))));
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  @Test
  void refusesNamesThatClash() throws IOException {
    refuses("t.csv", "a b,a_b\n", "columns 'a b' and 'a_b' would both be T.a_b");
    refuses("t.csv", "a,a\n", "columns 'a' and 'a' would both be T.a");
    refuses("t.csv", "name,Name\n", "columns 'name' and 'Name' would both be T.Name");
    refuses("t.csv", "id,identifier\n", "columns 'id' and 'identifier' would both be T.identifier");
    refuses("t.csv", "x,x.y\n", "columns 'x' and 'x.y' would both be T.x");
    refuses("t.csv", "t.x\n", "would both be class T");
    UserData file = UserData.of(folder.resolve("t.csv"));
    for (String name : List.of("gene", "", "Gene x", "9Gene", "Gene.x")) {
      UserDataRefused e = assertThrows(UserDataRefused.class, () -> file.withClassName(name));
      assertTrue(e.getMessage().startsWith("'" + name + "' cannot be a class"), e.getMessage());
    }
  }

  @Test
  void refusesWhatDoesNotFitWithTheSum() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "n,t\n1,\u00e9x\n,y\n3,\n4,z\n");
    long needed = (4 * 4 + 4 / 8) + (5 + 4 * 4 + 4 / 8);
    UserData data = UserData.of(file);
    assertEquals(4, UserTable.load(data, needed).rows());
    UserDataRefused e = assertThrows(UserDataRefused.class, () -> UserTable.load(data, needed - 1));
    assertEquals(
        "Cannot serve "
            + file
            + ": its columns need 37 bytes of memory and may take 36, a third of the heap"
            + " (n: 4 rows of 4 bytes + one bit a row for nulls;"
            + " t: 5 bytes of text + 4 offsets of 4 bytes + one bit a row for nulls)",
        e.getMessage());
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private void refuses(String name, String content, String words) throws IOException {
    refuses(write(name, content.getBytes(StandardCharsets.UTF_8)), words);
  }

  private static void refuses(Path file, String words) {
    UserDataRefused e = refused(UserData.of(file));
    assertTrue(e.getMessage().startsWith("Cannot serve " + file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(words), e.getMessage());
  }

  private static UserDataRefused refused(UserData data) {
    return assertThrows(UserDataRefused.class, () -> UserTable.load(data));
  }
}
