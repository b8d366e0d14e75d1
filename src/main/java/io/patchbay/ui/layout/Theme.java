package io.patchbay.ui.layout;

import io.patchbay.ui.preference.PreferenceCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** How the pages are colored: as the device says, or as the reader chose. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    static Theme of(HttpServletRequest request) {
        return PreferenceCookie.read(request, COOKIE).flatMap(Theme::parse).orElse(SYSTEM);
    }

    static Optional<Theme> parse(String text) {
        for (Theme theme : values()) {
            if (theme.key().equals(text)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    /** What the cookie says. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Message key of its name. */
    public String label() {
        return "theme." + key();
    }

    /** What {@code data-bs-theme} says, or an empty text to follow the device. */
    public String attribute() {
        return this == SYSTEM ? "" : key();
    }

    /** What the browser is told before it has the style sheet. */
    public String colorScheme() {
        return this == SYSTEM ? "light dark" : key();
    }
}
