package io.patchbay.group.access;

import io.patchbay.platform.pageview.PageFact;
import io.patchbay.platform.pageview.PageFacts;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whether a group gives access management in the current company. */
@Component
class AdministratorGroups implements PageFact {

    private final PageFacts facts;

    AdministratorGroups(@Lazy PageFacts facts) {
        this.facts = facts;
    }

    @Override
    public String name() {
        return "administrator_groups";
    }

    @Override
    public String sql() {
        return """
                select exists (select from group_role
                  where company_id = :company and access_management and missing_since is null)
                """;
    }

    boolean any() {
        return facts.answer(this).map(Boolean::valueOf).orElse(false);
    }
}
