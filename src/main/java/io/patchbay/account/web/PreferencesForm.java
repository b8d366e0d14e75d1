package io.patchbay.account.web;

import io.patchbay.account.settings.PersonalSettings.Preferences;
import io.patchbay.ui.EmailAddress;
import org.jspecify.annotations.Nullable;

public record PreferencesForm(String timeZone, @EmailAddress String contactEmail) {

    public PreferencesForm {
        timeZone = timeZone == null ? "" : timeZone;
        contactEmail = contactEmail == null ? "" : contactEmail.strip();
    }

    static PreferencesForm of(Preferences preferences) {
        return new PreferencesForm(orEmpty(preferences.timeZone()), orEmpty(preferences.contactEmail()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Preferences preferences() {
        return new Preferences(timeZone.isEmpty() ? null : timeZone, contactEmail.isEmpty() ? null : contactEmail);
    }
}
