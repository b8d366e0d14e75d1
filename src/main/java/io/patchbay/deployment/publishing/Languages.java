package io.patchbay.deployment.publishing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which languages will do in place of which. */
final class Languages {

    private static final String ENGLISH = "en-US";
    private static final String CHINESE = "zh";
    private static final int SAME = 0;
    private static final int ALIKE = 1;
    private static final int ENGLISH_INSTEAD = 2;
    private static final int NEUTRAL = 4;
    private static final int OWN = 5;
    private static final int ANOTHER = 6;

    private Languages() {}

    /** Whether it is the wanted language, of whatever region, or none in particular; everything is where none is wanted. */
    static boolean fits(@Nullable String language, @Nullable String wanted) {
        return language == null || wanted == null || alike(language, wanted);
    }

    /** How far it is from the wanted language: English comes after that, then no language, then that of the release. */
    static int rank(@Nullable String language, @Nullable String wanted, @Nullable String own) {
        if (language == null) {
            return NEUTRAL;
        }
        if (wanted != null && alike(language, wanted)) {
            return language.equalsIgnoreCase(wanted) ? SAME : ALIKE;
        }
        if (alike(language, ENGLISH)) {
            return language.equalsIgnoreCase(ENGLISH) ? ENGLISH_INSTEAD : ENGLISH_INSTEAD + 1;
        }
        return language.equalsIgnoreCase(own) ? OWN : ANOTHER;
    }

    /** Region does not matter, but where it decides how a language is written. */
    private static boolean alike(String one, String other) {
        var language = Locale.forLanguageTag(one).getLanguage();
        return language.equals(Locale.forLanguageTag(other).getLanguage())
                && (!CHINESE.equals(language) || one.equalsIgnoreCase(other));
    }
}
