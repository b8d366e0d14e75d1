package io.patchbay.company;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The language in which the current company wants its applications where there is a choice. */
@Service
public class AppLanguage implements PageFact {

    private final PageFacts facts;

    AppLanguage(@Lazy PageFacts facts) {
        this.facts = facts;
    }

    /** As a BCP 47 tag; empty where the company did not say. */
    public Optional<String> preferred() {
        return facts.answer(this);
    }

    @Override
    public String name() {
        return "app_language";
    }

    @Override
    public String sql() {
        return "select app_language from company where company_id = :company and deleted_at is null";
    }
}
