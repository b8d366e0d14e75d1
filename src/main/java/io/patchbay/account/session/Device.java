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
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edge", "\\bEdg(e|A|iOS)?/"),
            new Sign("Opera", "\\b(OPR|OPiOS|Opera)/"),
            new Sign("Vivaldi", "\\bVivaldi/"),
            new Sign("Samsung Internet", "\\bSamsungBrowser/"),
            new Sign("Firefox", "\\b(Firefox|FxiOS)/"),
            new Sign("Chrome", "\\b(Headless)?(Chrome|Chromium|CriOS)/"),
            new Sign("Safari", "\\bVersion/\\S+ .*\\bSafari/"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Windows", "\\bWindows NT\\b"),
            new Sign("iPad", "\\biPad\\b"),
            new Sign("iPhone", "\\biPhone\\b"),
            new Sign("Android", "\\bAndroid\\b"),
            new Sign("ChromeOS", "\\bCrOS\\b"),
            new Sign("macOS", "\\bMacintosh\\b"),
            new Sign("Linux", "\\bLinux\\b"));

    /** Which of the two is known. */
    public enum KnownDevice {
        BOTH,
        BROWSER,
        SYSTEM,
        NONE
    }

    /** What can be said of it. */
    public KnownDevice known() {
        if (browser.isEmpty()) {
            return system.isEmpty() ? KnownDevice.NONE : KnownDevice.SYSTEM;
        }
        return system.isEmpty() ? KnownDevice.BROWSER : KnownDevice.BOTH;
    }

    private record Sign(String name, Pattern pattern) {

        Sign(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }
    }

    /** Reads what a browser says of itself. */
    public static Device of(@Nullable String userAgent) {
        return userAgent == null
                ? new Device("", "")
                : new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(userAgent).find())
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
