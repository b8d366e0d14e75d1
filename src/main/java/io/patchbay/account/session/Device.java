package io.patchbay.account.session;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser and the system it runs on, in the words people use for them.
 *
 * @param browser for example {@code Firefox}; empty where it is not known
 * @param system for example {@code Windows}; empty where it is not known
 */
public record Device(String browser, String system) {

    /** Most specific first: nearly every browser also claims to be several others. */
    private static final List<Signature> BROWSERS = List.of(
            new Signature("Edge", "\\bEdg(e|A|iOS)?/"),
            new Signature("Opera", "\\b(OPR|OPiOS|Opera)/"),
            new Signature("Vivaldi", "\\bVivaldi/"),
            new Signature("Samsung Internet", "\\bSamsungBrowser/"),
            new Signature("Firefox", "\\b(Firefox|FxiOS)/"),
            new Signature("Chrome", "\\b(Headless)?(Chrome|Chromium|CriOS)/"),
            new Signature("Safari", "\\bVersion/\\S+ .*\\bSafari/"));

    private static final List<Signature> SYSTEMS = List.of(
            new Signature("Windows", "\\bWindows NT\\b"),
            new Signature("iPad", "\\biPad\\b"),
            new Signature("iPhone", "\\biPhone\\b"),
            new Signature("Android", "\\bAndroid\\b"),
            new Signature("ChromeOS", "\\bCrOS\\b"),
            new Signature("macOS", "\\bMacintosh\\b"),
            new Signature("Linux", "\\bLinux\\b"));

    /** Which of the two is known. */
    public enum KnownParts {
        BOTH,
        BROWSER,
        SYSTEM,
        NONE
    }

    /** What can be said of it. */
    public KnownParts known() {
        if (browser.isEmpty()) {
            return system.isEmpty() ? KnownParts.NONE : KnownParts.SYSTEM;
        }
        return system.isEmpty() ? KnownParts.BROWSER : KnownParts.BOTH;
    }

    private record Signature(String name, Pattern pattern) {

        Signature(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }
    }

    /** Reads what a browser says of itself. */
    public static Device of(@Nullable String userAgent) {
        return userAgent == null
                ? new Device("", "")
                : new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(List<Signature> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(userAgent).find())
                .map(Signature::name)
                .findFirst()
                .orElse("");
    }
}
