package dev.plumbline.transforms.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to break a model document that know its form. */
public final class ModelMutations {
  private static final int MOST = 20_000;
  private static final String[] SNIPPETS = {
    "<!DOCTYPE model>",
    "<!DOCTYPE model [<!ENTITY x \"y\">]>",
    "<!DOCTYPE model [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
    "<!DOCTYPE model SYSTEM \"file:///etc/hostname\">",
    "<!DOCTYPE model [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY x \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
    "<!DOCTYPE model [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]>",
    "<!DOCTYPE model [<!ATTLIST class extends CDATA \"B\">]>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<?xml version=\"1.1\"?>",
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    "<?xml version=\"1.0\" encoding=\"nosuch\"?>",
    "<?xml version=\"1.0\" encoding=\"\"?>",
    "<?xml version=\"1.0\" encoding=\"IBM1047\"?>",
    "<?xml version=\"1.0\" standalone=\"yes\"?>",
    "<?pi?>",
    "<?",
    "?>",
    "<!--",
    "-->",
    "<!-- -- -->",
    "<![CDATA[",
    "]]>",
    "<![CDATA[<class>]]>",
    "&x;",
    "&lt;",
    "&#0;",
    "&#xD800;",
    "&#x1F33E;",
    "&#99999999999;",
    "&",
    "&amp",
    "&;",
    "&#;",
    "<class name=\"A\" name=\"B\"/>",
    "<class/>",
    "<class name=''>",
    "</class>",
    "</model>",
    "<x:class x:name='a'/>",
    "<class xmlns='urn:x' name='C'/>",
    "<x xmlns:x=''/>",
    "<model>",
    "<a:b:c/>",
    "<:/>",
    "<",
    ">",
    "/>",
    "'",
    "\"",
    "=",
    "</",
    "<class",
    " name=",
    "xmlns:xml='a'",
    "<attribute name='a' type='int'/>",
    "<reference name='r' referenced-type='.'/>",
    "extends='A A A'",
    "extends='.'",
    "extends=' '",
    "name='.'",
    "name='a.b.'",
    "\0",
    "\uFFFE",
    "\uFEFF",
    "\u0085",
    "\u2028"
  };
  private static final String[] REPEATED = {
    "<class>", "<a b='c'>", " ", "x", "<a/>", "&amp;", "<!--x-->", "&#32;", ".", "\n", "<?a b?>"
  };

  private ModelMutations() {}

  /** All of them. */
  public static List<Mutator.Mutation> all() {
    return List.of(
        ModelMutations::insert,
        ModelMutations::insert,
        ModelMutations::insert,
        ModelMutations::insertBefore,
        ModelMutations::insertBefore,
        ModelMutations::repeat,
        ModelMutations::attributes,
        ModelMutations::recode);
  }

  private static byte[] insert(byte[] document, byte[] other, SplittableRandom random) {
    return insertAt(document, random.nextInt(document.length + 1), snippet(random));
  }

  private static byte[] insertBefore(byte[] document, byte[] other, SplittableRandom random) {
    String text = Bytes.latin(document);
    String[] places = {"<", ">", "\"", " ", "/", "="};
    String place = places[random.nextInt(places.length)];
    int at = text.indexOf(place, random.nextInt(2) * random.nextInt(text.length() + 1));
    return at < 0 ? document : insertAt(document, at, snippet(random));
  }

  private static byte[] repeat(byte[] document, byte[] other, SplittableRandom random) {
    String unit = REPEATED[random.nextInt(REPEATED.length)];
    int times = random.nextInt(1 << random.nextInt(1, 15)) % MOST;
    return insertAt(document, random.nextInt(document.length + 1), unit.repeat(times));
  }

  private static byte[] attributes(byte[] document, byte[] other, SplittableRandom random) {
    StringBuilder all = new StringBuilder(" ");
    for (int i = random.nextInt(1 << random.nextInt(1, 12)); i > 0; i--) {
      all.append('a').append(i).append("='' ");
    }
    return Bytes.replace(document, "<class ", "<class" + all);
  }

  private static byte[] recode(byte[] document, byte[] other, SplittableRandom random) {
    String text = new String(document, StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 2 -> text.getBytes(StandardCharsets.ISO_8859_1);
      default -> Bytes.replace(document, "UTF-8", "UTF-" + random.nextInt(40));
    };
  }

  private static String snippet(SplittableRandom random) {
    return SNIPPETS[random.nextInt(SNIPPETS.length)];
  }

  private static byte[] insertAt(byte[] document, int at, String text) {
    return Bytes.replace(document, at, at, Mutator.bytes(text));
  }
}
