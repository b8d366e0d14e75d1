package io.patchbay.company;

import io.patchbay.company.settings.CompanySettings;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The language in which the current company wants its applications where there is a choice. */
@Service
public class AppLanguage {

    private final CompanySettings settings;

    AppLanguage(CompanySettings settings) {
        this.settings = settings;
    }

    /** As a BCP 47 tag; empty where the company did not say. */
    public Optional<String> preferred() {
        var language = settings.get().appLanguage();
        return language.isEmpty() ? Optional.empty() : Optional.of(language);
    }
}
