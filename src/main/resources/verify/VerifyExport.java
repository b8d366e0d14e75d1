import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a verifiable export of a Patchbay event log with the published keys alone. It needs Java 17 or later and nothing else:
 *
 * <pre>java VerifyExport.java EXPORT KEYS [HEADS]</pre>
 *
 * EXPORT is the file that Patchbay exported, KEYS the file of public keys (/.well-known/patchbay/keys.json), and HEADS a file with
 * signed heads that were kept, in any text. It ends with 0 for an intact log, 1 for one that is not, 2 where it cannot tell.
 */
public final class VerifyExport {

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern KEY = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern ENTRY = Pattern.compile("\\{\"seq\":(\\d{1,18}),.*");
    private static final Pattern START = Pattern.compile("\\{\"start\":\"([\\w.-]+)\"\\}");
    private static final Pattern END = Pattern.compile("\\{\"head\":\"([\\w.-]+)\"\\}");
    private static final String HASH = ",\"hash\":\"";

    private final Map<String, PublicKey> keys = new HashMap<>();
    private final Map<Long, byte[]> wanted = new HashMap<>();
    private final Map<Long, byte[]> found = new HashMap<>();

    /** What a signed head says. */
    private record Head(String company, long seq, byte[] hash, Instant at, String key) {}

    /** Why the log is not intact. */
    private static final class Broken extends Exception {
        Broken(String message) {
            super(message);
        }
    }

    public static void main(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("Usage: java VerifyExport.java EXPORT KEYS [HEADS]");
            System.exit(2);
        }
        try {
            var verifier = new VerifyExport(Files.readString(Path.of(arguments[1])));
            var heads = arguments.length == 3 ? Files.readString(Path.of(arguments[2])) : "";
            System.out.println("INTACT. " + verifier.verify(Path.of(arguments[0]), heads));
        } catch (Broken e) {
            System.out.println("NOT INTACT. " + e.getMessage());
            System.exit(1);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            System.err.println("Cannot tell: " + e);
            System.exit(2);
        }
    }

    private VerifyExport(String set) throws GeneralSecurityException {
        for (Matcher key = KEY.matcher(set); key.find(); ) {
            var point = Base64.getUrlDecoder().decode(text(key.group(), "x"));
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + point.length);
            System.arraycopy(point, 0, encoded, X509_PREFIX.length, point.length);
            keys.put(
                    text(key.group(), "kid"),
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There are no keys in the file of keys");
        }
    }

    private String verify(Path export, String kept) throws IOException, GeneralSecurityException, Broken {
        try (var lines = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
            var first = START.matcher(String.valueOf(lines.readLine()));
            if (!first.matches()) {
                throw new Broken("The file does not begin with a signed start: it is no verifiable export, or was shortened.");
            }
            var start = head(first.group(1));
            for (Matcher one = SIGNED.matcher(kept); one.find(); ) {
                wanted.put(head(one.group()).seq(), new byte[0]);
            }
            var end = entries(lines, start);
            var compared = compare(kept, start, end);
            return "Entries " + (start.seq() + 1) + " to " + end.seq() + " of company " + end.company()
                    + " are complete, in order and as Patchbay sealed them. Signed at " + end.at() + " with the key " + end.key()
                    + "." + compared;
        }
    }

    /** Reads along the entries; what the head at the end says, which they agree with. */
    private Head entries(BufferedReader lines, Head start) throws IOException, GeneralSecurityException, Broken {
        var seq = start.seq();
        var hash = start.hash();
        keep(seq, hash);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var last = END.matcher(line);
            if (last.matches()) {
                var end = head(last.group(1));
                if (!end.company().equals(start.company())) {
                    throw new Broken("Its start and its end are of different companies.");
                }
                if (end.seq() != seq) {
                    throw new Broken("It ends with entry " + seq + ", and the signed head with entry " + end.seq() + ".");
                }
                if (!MessageDigest.isEqual(end.hash(), hash)) {
                    throw new Broken("An entry was changed and all later hashes with it: the signed head has another one.");
                }
                if (lines.readLine() != null) {
                    throw new Broken("Something follows behind the signed head.");
                }
                return end;
            }
            hash = entry(line, ++seq, hash);
            keep(seq, hash);
        }
        throw new Broken("There is no signed head at its end: it was shortened, or the download was interrupted.");
    }

    private static byte[] entry(String line, long seq, byte[] before) throws GeneralSecurityException, Broken {
        var entry = ENTRY.matcher(line);
        var end = line.lastIndexOf(HASH);
        if (!entry.matches() || end < 0) {
            throw new Broken("Where entry " + seq + " should be is something else.");
        }
        if (Long.parseLong(entry.group(1)) != seq) {
            throw new Broken("Where entry " + seq + " should be is entry " + entry.group(1)
                    + ": entries are missing or in another order.");
        }
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        var hash = digest.digest(line.substring(0, end).getBytes(StandardCharsets.UTF_8));
        if (!line.substring(end).equals(HASH + HexFormat.of().formatHex(hash) + "\"}")) {
            throw new Broken("Entry " + seq + " was changed.");
        }
        return hash;
    }

    private void keep(long seq, byte[] hash) {
        if (wanted.containsKey(seq)) {
            found.put(seq, hash);
        }
    }

    /** Compares with the heads that were kept; in words, which could be. */
    private String compare(String kept, Head start, Head end) throws GeneralSecurityException, Broken {
        var compared = 0;
        var older = 0;
        for (Matcher one = SIGNED.matcher(kept); one.find(); ) {
            var head = head(one.group());
            if (!head.company().equals(end.company())) {
                continue;
            }
            if (head.seq() > end.seq()) {
                throw new Broken("It ends with entry " + end.seq() + ", but at " + head.at() + " the log had " + head.seq()
                        + " entries: it is an older export, or entries at the end were removed.");
            }
            if (head.seq() < start.seq()) {
                older++;
            } else if (MessageDigest.isEqual(head.hash(), found.get(head.seq()))) {
                compared++;
            } else {
                throw new Broken("Up to entry " + head.seq() + " the log had something else in it at " + head.at() + ".");
            }
        }
        return compared == 0
                ? " It was compared with no head that was kept, so it shows nothing about newer entries"
                        + " and nothing about an operator who wrote the log anew."
                : " It agrees with " + compared + " heads that were kept"
                        + (older == 0 ? "." : "; " + older + " are older than its first entry.");
    }

    private Head head(String signed) throws GeneralSecurityException, Broken {
        var parts = signed.split("\\.");
        var id = text(decoded(parts[0]), "kid");
        var key = keys.get(id);
        if (key == null) {
            throw new Broken("The key " + id + " is not among the published ones.");
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            throw new Broken("The signature of a head is wrong.");
        }
        var payload = decoded(parts[1]);
        return new Head(
                text(payload, "company"),
                Long.parseLong(number(payload, "seq")),
                HexFormat.of().parseHex(text(payload, "hash")),
                Instant.ofEpochSecond(Long.parseLong(number(payload, "iat"))),
                id);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String text(String json, String name) {
        return group(Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json), name);
    }

    private static String number(String json, String name) {
        return group(Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json), name);
    }

    private static String group(Matcher matcher, String name) {
        if (!matcher.find()) {
            throw new IllegalArgumentException("There is no " + name);
        }
        return matcher.group(1);
    }
}
