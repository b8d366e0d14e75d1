package io.patchbay.company.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The countries to choose from, by ISO 3166 code. */
@Component
class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private final Map<String, String> choice = new LinkedHashMap<>();

    Countries(MessageSourceAccessor messages) {
        choice.put("", messages.getMessage("onboarding.country.choose"));
        CODES.stream().sorted(Comparator.comparing(Countries::nameOf)).forEach(code -> choice.put(code, nameOf(code)));
    }

    private static String nameOf(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** Names by code, in alphabetical order, after a prompt. */
    Map<String, String> choice() {
        return choice;
    }

    boolean has(String code) {
        return CODES.contains(code);
    }
}
