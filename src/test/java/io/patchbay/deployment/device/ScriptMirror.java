package io.patchbay.deployment.device;

import io.patchbay.catalog.InstallScope;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of the scripts in {@code resources/device}, function by function, because PowerShell does not run where these
 * tests do. Patterns are the scripts' own: {@link #PATTERNS} must stand in them.
 */
final class ScriptMirror {

    private static final Path SCRIPTS = Path.of("src/main/resources/device");
    private static final String PUNCTUATION = "[^\\p{L}\\p{Nd}]+";
    private static final String LEGAL_FORMS = legalForms();
    private static final String DOTTED = "^[0-9]+(\\.[0-9]+)+([.+_-]?[0-9a-z]+)*$";
    private static final String VERSION_LETTER = "^v(?=[0-9])";
    private static final String WORDS = "[\\s(),]+";
    private static final String LANGUAGE = "^([a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?|edition)$";
    private static final String AFTER_NAME = "^[\\s(,-]";
    private static final String BEFORE_VERSION = "^[^0-9.]*(?=[0-9])";
    private static final String VERSION_PART = "^\\s*([0-9]*)(.*)$";
    private static final String QUOTED = "^\"(?<file>[^\"]+)\"\\s*(?<arguments>.*)$";
    private static final String PROGRAM = "^(?<file>[^\"]+?\\.(exe|com|cmd|bat))(\\s+(?<arguments>.*))?$";
    private static final String WORD = "^(?<file>[^\\s\\\\/\"]+)(\\s+(?<arguments>.*))?$";
    private static final String GUID = "\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}";
    private static final String MSIEXEC = "^\\s*\"?([^\"]*\\\\)?msiexec(\\.exe)?[\"\\s].*(?<code>";
    private static final String INNO = "\\\\unins[0-9]{3}\\.exe$";
    private static final String BURN = "\\\\Package Cache\\\\\\{";
    private static final String NULLSOFT = "\\\\uninstall\\\\helper\\.exe$|\\\\7-Zip\\\\Uninstall\\.exe$";
    private static final String CHROMIUM = "\\\\Installer\\\\setup\\.exe$";
    private static final String CHROMIUM_UNINSTALL = "(^|\\s)--uninstall(\\s|$)";
    private static final String SILENT = "(^|\\s)(/S|/silent|/verysilent|/quiet|/qn|--?silent|--?quiet)(\\s|$)";

    static final List<String> PATTERNS = List.of(
            PUNCTUATION,
            DOTTED,
            VERSION_LETTER,
            WORDS,
            LANGUAGE,
            AFTER_NAME,
            BEFORE_VERSION,
            VERSION_PART,
            QUOTED,
            PROGRAM,
            WORD,
            GUID,
            MSIEXEC,
            INNO,
            BURN,
            NULLSOFT,
            CHROMIUM,
            CHROMIUM_UNINSTALL,
            SILENT);

    private final InstalledProduct product;

    ScriptMirror(InstalledProduct product) {
        this.product = product;
    }

    record Command(String file, String arguments) {
        @Override
        public String toString() {
            return (file + " " + arguments).strip();
        }
    }

    static String scripts() {
        try (var files = Files.list(SCRIPTS)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(one -> one.toString().endsWith(".ps1"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return String.join("\n", texts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String legalForms() {
        var matcher = Pattern.compile("\\$legalForms = '([^']+)'").matcher(scripts());
        if (!matcher.find()) {
            throw new IllegalStateException("No legal forms in the scripts");
        }
        return matcher.group(1);
    }

    private static boolean found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
    }

    /** uninstall.ps1: which entry by which command, or why none. */
    String uninstall(List<UninstallEntry> all) {
        var entries = all.stream().filter(this::inScope).toList();
        var named = entries.stream().filter(this::isProduct).toList();
        var found = entries.stream().filter(this::isRecorded).toList();
        if (found.isEmpty() && (product.keyAges() || product.key() == null)) {
            found = named;
        }
        if (found.size() > 1) {
            return "several: " + found.stream().map(UninstallEntry::id).collect(Collectors.joining(", "));
        }
        if (found.isEmpty()) {
            return named.isEmpty() ? "none" : "elsewhere: " + named.getFirst().id();
        }
        var entry = found.getFirst();
        return command(entry).map(command -> entry.id() + ": " + command).orElse("unknown: " + entry.id());
    }

    /** replace.ps1: which older entry goes before the installation, by which command, or why none. */
    String replace(List<UninstallEntry> all) {
        var older = all.stream()
                .filter(this::inScope)
                .filter(this::isProduct)
                .filter(entry ->
                        !entry.displayVersion().isEmpty() && compare(entry.displayVersion(), product.version()) < 0)
                .toList();
        if (older.size() > 1) {
            return "several: " + older.stream().map(UninstallEntry::id).collect(Collectors.joining(", "));
        }
        return older.stream()
                .findFirst()
                .map(entry -> command(entry)
                        .map(command -> entry.id() + ": " + command)
                        .orElse("unknown: " + entry.id()))
                .orElse("none");
    }

    /** detect.ps1: the entries that count as installed. */
    List<String> detect(List<UninstallEntry> all) {
        var byKey = product.key() != null && !product.keyAges();
        return all.stream()
                .filter(this::inScope)
                .filter(byKey ? this::isRecorded : this::isProduct)
                .filter(entry -> product.version().isEmpty() || compare(there(entry), product.version()) >= 0)
                .map(UninstallEntry::id)
                .toList();
    }

    private static String there(UninstallEntry entry) {
        var inName = Pattern.compile("[0-9]+(\\.[0-9]+)+").matcher(entry.displayName());
        return entry.displayVersion().isEmpty() && inName.find() ? inName.group() : entry.displayVersion();
    }

    private boolean inScope(UninstallEntry entry) {
        return product.scope() == null || (product.scope() == InstallScope.USER) == "user".equals(entry.place());
    }

    private boolean isRecorded(UninstallEntry entry) {
        return product.key() != null && product.key().equalsIgnoreCase(entry.key());
    }

    static String plainPublisher(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll(PUNCTUATION, " ")
                .strip()
                .replaceAll(LEGAL_FORMS, "");
    }

    /** Test-Product. */
    boolean isProduct(UninstallEntry entry) {
        var publisher = plainPublisher(entry.publisher());
        if (entry.systemComponent()
                || entry.displayName().isEmpty()
                || publisher.isEmpty()
                || product.publishers().stream()
                        .map(ScriptMirror::plainPublisher)
                        .noneMatch(publisher::equals)) {
            return false;
        }
        return product.names().stream().anyMatch(name -> named(entry, name));
    }

    private boolean named(UninstallEntry entry, String name) {
        var shown = entry.displayName().strip();
        if (!shown.regionMatches(true, 0, name, 0, name.length())) {
            return false;
        }
        var rest = shown.substring(name.length());
        return rest.isEmpty() || found(AFTER_NAME, rest) && isRest(rest, entry.displayVersion());
    }

    /** Test-NameRest. */
    private boolean isRest(String rest, String entryVersion) {
        var label = false;
        var number = false;
        var processor = false;
        for (var word : rest.split(WORDS)) {
            if (word.isEmpty() || "-".equals(word)) {
                continue;
            }
            if ("version".equalsIgnoreCase(word) || "release".equalsIgnoreCase(word)) {
                label = true;
            } else if (product.architectureWords().contains(word.toLowerCase(Locale.ROOT))) {
                processor = true;
            } else if (isVersionWord(word, entryVersion)) {
                number = true;
            } else if (!processor || !Pattern.compile(LANGUAGE).matcher(word).find()) {
                return false;
            }
        }
        return number || !label;
    }

    /** Test-VersionWord. */
    private boolean isVersionWord(String word, String entryVersion) {
        var bare = Pattern.compile(VERSION_LETTER, Pattern.CASE_INSENSITIVE)
                .matcher(word)
                .replaceFirst("");
        return found(DOTTED, bare)
                || found("^[0-9]", bare)
                        && Stream.of(product.version(), entryVersion)
                                .anyMatch(whole ->
                                        (whole + ".").regionMatches(true, 0, bare + ".", 0, bare.length() + 1));
    }

    /** Compare-Version. */
    static int compare(String left, String right) {
        var lefts = parts(left);
        var rights = parts(right);
        for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
            var one = i < lefts.size() ? lefts.get(i) : new Part(BigInteger.ZERO, "");
            var other = i < rights.size() ? rights.get(i) : new Part(BigInteger.ZERO, "");
            var order = one.number().compareTo(other.number());
            if (order == 0 && !one.text().equals(other.text())) {
                order = one.text().isEmpty()
                        ? 1
                        : other.text().isEmpty() ? -1 : one.text().compareTo(other.text());
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private record Part(BigInteger number, String text) {}

    private static List<Part> parts(String version) {
        var parts = new ArrayList<Part>();
        for (var written : version.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll(BEFORE_VERSION, "")
                .split("\\.", -1)) {
            var matcher = Pattern.compile(VERSION_PART).matcher(written);
            if (!matcher.find()) {
                throw new IllegalStateException(written);
            }
            var digits = matcher.group(1);
            parts.add(new Part(
                    digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits),
                    matcher.group(2).strip()));
        }
        return parts;
    }

    /** Get-UninstallCommand. */
    Optional<Command> command(UninstallEntry entry) {
        var code = code(entry);
        if (code != null) {
            return Optional.of(new Command("msiexec.exe", "/X" + code + " /qn /norestart"));
        }
        var quiet = split(entry.quietUninstallString());
        var command = quiet.or(() -> split(entry.uninstallString()));
        return command.flatMap(one -> silent(entry, one, quiet.isPresent()));
    }

    private @Nullable String code(UninstallEntry entry) {
        var named = Stream.of(entry.uninstallString(), entry.quietUninstallString())
                .map(text -> Pattern.compile(MSIEXEC + GUID + ")", Pattern.CASE_INSENSITIVE)
                        .matcher(text))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group("code"))
                .findFirst()
                .orElse(null);
        var technology = technology();
        var windowsInstaller =
                named != null || entry.windowsInstaller() || "msi".equals(technology) || "wix".equals(technology);
        return found("^" + GUID + "$", entry.key()) && windowsInstaller ? entry.key() : named;
    }

    private String technology() {
        return product.technology().name().toLowerCase(Locale.ROOT);
    }

    private Optional<Command> silent(UninstallEntry entry, Command command, boolean quiet) {
        return switch (technology(entry, command)) {
            case "inno" -> Optional.of(with(command, "/VERYSILENT", "/SUPPRESSMSGBOXES", "/NORESTART"));
            case "burn" -> Optional.of(with(command, "/uninstall", "/quiet", "/norestart"));
            case "nullsoft" ->
                Optional.of(
                        words(command).contains("/S")
                                ? command
                                : new Command(command.file(), ("/S " + command.arguments()).strip()));
            case "chromium" -> Optional.of(with(command, "--force-uninstall"));
            default -> quiet || found(SILENT, command.arguments()) ? Optional.of(command) : Optional.empty();
        };
    }

    private static List<String> words(Command command) {
        return Arrays.asList(command.arguments().split("\\s+"));
    }

    /** Add-Switches. */
    private static Command with(Command command, String... switches) {
        var all = command;
        for (var one : switches) {
            if (!words(all).contains(one)) {
                all = new Command(all.file(), (all.arguments() + " " + one).strip());
            }
        }
        return all;
    }

    /** Get-Technology. */
    private String technology(UninstallEntry entry, Command command) {
        if (entry.key().toLowerCase(Locale.ROOT).endsWith("_is1") || found(INNO, command.file())) {
            return "inno";
        }
        if (found(BURN, command.file())) {
            return "burn";
        }
        if (found(NULLSOFT, command.file())) {
            return "nullsoft";
        }
        return found(CHROMIUM, command.file()) && found(CHROMIUM_UNINSTALL, command.arguments())
                ? "chromium"
                : technology();
    }

    /** Split-CommandLine. */
    static Optional<Command> split(String text) {
        return Stream.of(QUOTED, PROGRAM, WORD)
                .map(pattern ->
                        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text.strip()))
                .filter(matcher -> matcher.find())
                .findFirst()
                .map(matcher -> new Command(
                        matcher.group("file").strip(),
                        matcher.group("arguments") == null
                                ? ""
                                : matcher.group("arguments").strip()));
    }
}
