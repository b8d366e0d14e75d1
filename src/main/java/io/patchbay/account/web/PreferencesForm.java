package io.patchbay.account.web;

import io.patchbay.account.settings.PersonalSettings.Preferences;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record PreferencesForm(
        String timeZone,

        @Email(message = "{onboarding.email.invalid}") @Size(max = 254, message = "{onboarding.email.invalid}")
        String contactEmail) {

    PreferencesForm {
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
