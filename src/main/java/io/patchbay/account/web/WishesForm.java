package io.patchbay.account.web;

import io.patchbay.account.settings.PersonalSettings.Preferences;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record WishesForm(
        String timeZone,

        @Email(message = "{onboarding.email.invalid}") @Size(max = 254, message = "{onboarding.email.invalid}")
        String contactEmail) {

    WishesForm {
        timeZone = timeZone == null ? "" : timeZone;
        contactEmail = contactEmail == null ? "" : contactEmail.strip();
    }

    static WishesForm of(Preferences wishes) {
        return new WishesForm(orEmpty(wishes.timeZone()), orEmpty(wishes.contactEmail()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Preferences wishes() {
        return new Preferences(timeZone.isEmpty() ? null : timeZone, contactEmail.isEmpty() ? null : contactEmail);
    }
}
