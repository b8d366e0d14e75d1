package io.patchbay.company.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The languages to choose from: those that Windows speaks, by BCP 47 tag. */
@Component
class WindowsLanguages {

    private static final String TAGS = """
            ar-SA bg-BG ca-ES cs-CZ da-DK de-DE el-GR en-GB en-US es-ES es-MX et-EE eu-ES fi-FI fr-CA fr-FR gl-ES he-IL
            hi-IN hr-HR hu-HU id-ID is-IS it-IT ja-JP kk-KZ ko-KR lt-LT lv-LV ms-MY nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO
            ru-RU sk-SK sl-SI sr-Latn-RS sv-SE th-TH tr-TR uk-UA vi-VN zh-CN zh-TW
            """;

    private final Map<String, String> choice = new LinkedHashMap<>();

    WindowsLanguages(MessageSourceAccessor messages) {
        choice.put("", messages.getMessage("company.language.none"));
        Arrays.stream(TAGS.strip().split("\\s+"))
                .sorted(Comparator.comparing(WindowsLanguages::nameOf))
                .forEach(tag -> choice.put(tag, nameOf(tag)));
    }

    private static String nameOf(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /** Names by tag, in alphabetical order, after the choice of none. */
    Map<String, String> choice() {
        return choice;
    }

    boolean has(String tag) {
        return choice.containsKey(tag);
    }
}
