package io.patchbay.company;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/** The name of the current company, for those who are not in it. */
@Service
public class CurrentCompanyName implements PageFact {

    private final PageFacts facts;

    CurrentCompanyName(@Lazy PageFacts facts) {
        this.facts = facts;
    }

    /** Empty where there is no such company, or none any more. */
    public Optional<String> stored() {
        return facts.answer(this);
    }

    @Override
    public String name() {
        return "company_name";
    }

    @Override
    public String sql() {
        return "select name from company where company_id = :company and deleted_at is null";
    }
}
